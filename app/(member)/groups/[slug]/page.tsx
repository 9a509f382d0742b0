import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { getGroup } from "#server/groups/get-group.ts";
import { getRota } from "#server/groups/get-rota.ts";
import { listGroupQuestions } from "#server/groups/list-group-questions.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AbsencePart } from "./absence-part.tsx";
import { AskedPart } from "./asked-part.tsx";
import { LeavePart } from "./leave-part.tsx";
import { MemberList } from "./member-list.tsx";
import { RotaPart } from "./rota-part.tsx";
import { SwapPart } from "./swap-part.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const DONE = ["asked", "agreed", "declined", "withdrawn", "away", "back", "planned", "saved"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getGroup, await params)).name };
}

/** A group: what waits for one's answer, the next meetings with their lead readers, who belongs to it, what is open. */
export default async function GroupPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, group, query] = await Promise.all([getTranslations("groups"), ask(getGroup, { slug }), searchParams]);
  const refused = await refusedOf(searchParams, ["fromDay", "toDay"]);
  const done = oneOf(query["done"]);
  const facts = [group.branch, group.leader && t("ledBy", { name: group.leader }), t("size", { count: group.memberCount })].filter(Boolean);
  return (
    <Page
      title={group.name}
      lead={
        <>
          <span className="block">{facts.join(" · ")}</span>
          {group.intro && <span className="mt-1 block whitespace-pre-wrap">{group.intro}</span>}
        </>
      }
      back={{ href: "/groups", label: t("title") }}
    >
      <RefusalNotice code={refused.code} />
      {done && DONE.includes(done) && !oneOf(query["refused"]) && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      {group.closedAt && <Notice kind="warning">{t("isClosed")}</Notice>}
      {group.may.inside ? <Inside slug={slug} group={group} refusedAt={refused.at} /> : <Notice>{t("notInside")}</Notice>}
    </Page>
  );
}

type Inner = { slug: string; group: Awaited<ReturnType<typeof readGroup>>; refusedAt: (name: string) => string | undefined };
const readGroup = (slug: string) => ask(getGroup, { slug });

async function Inside({ slug, group, refusedAt }: Inner): Promise<ReactNode> {
  const [t, rota, asked] = await Promise.all([
    getTranslations("groups"),
    ask(getRota, { slug }),
    group.may.join ? ask(listGroupQuestions, { slug }) : { questions: [] },
  ]);
  return (
    <>
      <nav aria-label={t("places")} className="flex flex-wrap gap-3">
        <LinkButton compact href={`/groups/${slug}/plans`}>
          {t("plans")}
        </LinkButton>
        <LinkButton compact href={`/groups/${slug}/vote`}>
          {t("vote")}
        </LinkButton>
        {group.may.lead && (
          <LinkButton compact href={`/groups/${slug}/members`}>
            {t("manage")}
          </LinkButton>
        )}
      </nav>
      <SwapPart toAnswer={rota.toAnswer} asked={rota.asked} slug={slug} />
      <Section title={t("next")} aside={<span className="text-muted">{t("fair", { imbalance: rota.imbalance })}</span>}>
        {rota.meetings.length > 0 ? (
          <RotaPart slug={slug} rota={rota} mayLead={group.may.lead} />
        ) : (
          <Empty
            title={t("noMeetings")}
            icon={CalendarDays}
            action={group.may.lead && <LinkButton href={`/groups/${slug}/plans/new`}>{t("newPlan")}</LinkButton>}
          >
            {t("noMeetingsHint")}
          </Empty>
        )}
      </Section>
      {group.may.join && <AskedPart questions={asked.questions} />}
      {(group.may.join || rota.absences.length > 0) && (
        <AbsencePart slug={slug} absences={rota.absences} mayAdd={group.may.join} refusedAt={refusedAt} />
      )}
      <MemberList members={group.members} />
      {group.role !== null && group.role !== "leader" && <LeavePart slug={slug} name={group.name} />}
    </>
  );
}
