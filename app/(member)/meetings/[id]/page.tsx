// Long because it is one screen with the parts a meeting has before it, each for who may see it.
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { MeetingBadge } from "#app/(member)/meetings/meeting-badge.tsx";
import { getMeeting } from "#server/meetings/get-meeting.ts";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { AgendaList } from "./agenda-list.tsx";
import { PeopleList } from "./people-list.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { ReadingsPart } from "./readings-part.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { KnockPart } from "./room/knock-part.tsx";
import { SharePart } from "./share-part.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
type Meeting = Awaited<ReturnType<typeof read>>;
const DONE = ["asked", "announced", "edited"] as const;

const read = async (params: Props["params"]) => ask(getMeeting, await params);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(params)).title };
}

/** The one thing to do now: announce it, go in, or read what was recorded. */
async function Action({ meeting }: { meeting: Meeting }): Promise<ReactNode> {
  const [t, { now }] = await Promise.all([getTranslations("meetings"), pageContext()]);
  const { id, state, my, startsAt } = meeting;
  if (state === "planned" && my.mayRun && startsAt > now)
    return (
      <form method="post" action={`/api/meetings/${id}/announce`}>
        <input type="hidden" name="next" value={`/meetings/${id}?done=announced`} />
        <SubmitButton>{t("announce")}</SubmitButton>
      </form>
    );
  if (["minutes_draft", "signed", "archived"].includes(state))
    return my.maySeeRecord ? (
      <LinkButton look="primary" href={`/meetings/${id}/record`}>
        {t("toRecord")}
      </LinkButton>
    ) : null;
  if (!my.takesPart && !my.mayRun) return null;
  return state === "in_session" || state === "open" ? (
    <LinkButton look={state === "in_session" || my.mayRun ? "primary" : "secondary"} href={`/meetings/${id}/room`}>
      {t("toRoom")}
    </LinkButton>
  ) : null;
}

/** When, where, who leads and who records. */
async function Facts({ meeting }: { meeting: Meeting }): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations("meetings"), getLocale()]);
  const { kind, startsAt, endsAt, place, link, chair, recorder, leadReader, branch, group, parties } = meeting;
  const rows: [string, ReactNode][] = [
    [
      t("time"),
      <>
        <TimeText key="from" at={startsAt} form="dated" />
        {" – "}
        <TimeText key="to" at={endsAt} form={endsAt.getTime() - startsAt.getTime() > 43_200_000 ? "dated" : "clock"} />
      </>,
    ],
    [t("place"), place || (link ? t("online") : t("noPlace"))],
    ...(link
      ? [
          [
            t("link"),
            <a key="link" href={link} className="wrap-anywhere text-seal underline" rel="noopener noreferrer">
              {link}
            </a>,
          ] as [string, ReactNode],
        ]
      : []),
    [t("kind"), (locale === "en" && kind.nameEn) || kind.name],
    [
      t("holder"),
      group ? (
        <Link key="group" href={`/groups/${group.slug}`} className="text-seal">
          {group.name}
        </Link>
      ) : (
        branch
      ),
    ],
    ...(parties.length > 0 ? [[t("with"), parties.map(({ name }) => name).join("、")] as [string, ReactNode]] : []),
    [t("leadReader"), leadReader?.name ?? t("nobodyYet")],
    [t("chair"), chair?.name ?? t("nobodyYet")],
    [t("recorder"), recorder?.name ?? t("nobodyYet")],
  ];
  return (
    <Card>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        {rows.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[5.5rem_1fr] gap-3 sm:contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

async function Inside({ meeting, error }: { meeting: Meeting; error: string | undefined }): Promise<ReactNode> {
  const t = await getTranslations("meetings");
  const { id, inside, my, state } = meeting;
  if (!inside) return <p className="text-muted">{t("outside")}</p>;
  const isOver = ["minutes_draft", "signed", "archived"].includes(state);
  return (
    <>
      {inside.readings.length > 0 && (
        <Section title={t("readings")}>
          <ReadingsPart readings={inside.readings} />
        </Section>
      )}
      <Section title={t("agenda")}>
        <AgendaList items={inside.agenda} />
      </Section>
      <Section title={t("questions")}>
        <QuestionsPart
          id={id}
          questions={inside.questions}
          mayAsk={my.takesPart && !isOver && state !== "cancelled"}
          mayRun={my.mayRun}
          error={error}
        />
      </Section>
      <Section title={t("people")}>
        <PeopleList people={inside.people} counts={inside.counts} showsReplies={my.mayRecord} isOver={isOver} />
      </Section>
    </>
  );
}

/** A meeting: when and where, one's reply, what to read before, the agenda, questions for the lead reader, and who comes. */
export default async function MeetingPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, meeting, refused, query] = await Promise.all([
    getTranslations("meetings"),
    read(params),
    refusedOf(searchParams, ["body"]),
    searchParams,
  ]);
  const { id, title, state, my, startsAt, place, isShortNotice, cancelReason, intro } = meeting;
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const isComing = state === "planned" || state === "open";
  return (
    <Page
      width="reading"
      title={title}
      lead={<MeetingBadge state={state} />}
      back={{ href: "/meetings", label: t("back") }}
      action={<Action meeting={meeting} />}
    >
      <RefusalNotice code={refused.code} />
      {done && !oneOf(query["refused"]) && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      {state === "cancelled" && (
        <Notice kind="warning" title={t("cancelled")}>
          {cancelReason}
        </Notice>
      )}
      {state === "open" && isShortNotice && <Notice kind="info">{t("shortNotice")}</Notice>}
      {state === "planned" && my.mayRun && <Notice kind="info">{t("notAnnounced")}</Notice>}
      <Facts meeting={meeting} />
      {my.mayReply && (
        <Card>
          <Words names={["meetings", "refusals"]}>
            <ReplyForm id={id} reply={my.reply} reason={my.replyReason} needsReason={my.needsReason} hasLink={meeting.link !== ""} />
          </Words>
        </Card>
      )}
      {my.mayKnock && (
        <Words names={["room", "refusals"]}>
          <KnockPart id={id} first={my.knock} />
        </Words>
      )}
      {intro && <p className="wrap-anywhere whitespace-pre-wrap">{intro}</p>}
      <Inside meeting={meeting} error={refused.at("body")} />
      <Section title={t("share")}>
        <div className="flex flex-wrap items-start gap-6">
          {isComing && meeting.announcedAt && <SharePart id={id} title={title} startsAt={startsAt} place={place} rare={meeting.rare} />}
          <div className="no-print flex flex-wrap gap-3">
            <LinkButton href={`/api/meetings/${id}/calendar`} prefetch={false}>
              {t("toCalendar")}
            </LinkButton>
            {my.mayRun && state !== "cancelled" && (
              <LinkButton look="quiet" href={`/meetings/${id}/edit`}>
                {t("edit")}
              </LinkButton>
            )}
          </div>
        </div>
      </Section>
    </Page>
  );
}
