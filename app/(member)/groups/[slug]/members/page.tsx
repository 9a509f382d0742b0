import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { findCandidates } from "#server/groups/find-candidates.ts";
import { getGroup } from "#server/groups/get-group.ts";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Candidates } from "./candidates.tsx";
import { MemberForms } from "./member-forms.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const DONE = ["added", "role", "removed", "saved"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("manage") };
}

/** For whoever leads the group: who belongs to it and in which role, its name and privacy, who belonged to it before. */
export default async function MembersPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, group, query] = await Promise.all([getTranslations("groups"), ask(getGroup, { slug }), searchParams]);
  if (!group.may.lead) notFound();
  const refused = await refusedOf(searchParams, ["staffNos", "name", "intro", "termEndsOn"]);
  const q = oneOf(query["q"])?.trim() ?? "";
  const done = oneOf(query["done"]);
  const found = q === "" ? null : (await ask(findCandidates, { slug, q: q.slice(0, 60) })).people;
  return (
    <Page width="reading" title={t("manage")} lead={group.name} back={{ href: `/groups/${slug}`, label: group.name }}>
      <RefusalNotice code={refused.code ?? (refused.at("termEndsOn") ? "term-is-past" : undefined)} />
      {done && DONE.includes(done) && !oneOf(query["refused"]) && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      <Section title={t("members")} aside={<span className="tabular text-muted">{group.memberCount}</span>}>
        <MemberForms slug={slug} members={group.members} />
      </Section>
      <Section title={t("add")}>
        <Candidates slug={slug} q={q} found={found} />
        <form method="post" action={`/api/groups/${slug}/members`} className="grid gap-4">
          <input type="hidden" name="next" value={`/groups/${slug}/members?done=added`} />
          <AreaField label={t("memberNos")} hint={t("memberNosHint")} name="staffNos" rows={2} required error={refused.at("staffNos")} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("addThem")}
          </SubmitButton>
        </form>
      </Section>
      <Section title={t("about")}>
        <form method="post" action={`/api/groups/${slug}/edit`} className="grid gap-4">
          <input type="hidden" name="next" value={`/groups/${slug}/members?done=saved`} />
          <input type="hidden" name="revision" value={group.revision} />
          <TextField label={t("name")} name="name" required maxLength={60} defaultValue={group.name} error={refused.at("name")} />
          <AreaField
            label={t("intro")}
            name="intro"
            rows={3}
            maxLength={500}
            optional
            defaultValue={group.intro}
            error={refused.at("intro")}
          />
          <TickField label={t("private")} hint={t("privateHint")} name="isPrivate" defaultChecked={group.isPrivate} />
          <SubmitButton look="secondary" className="justify-self-start">
            {t("save")}
          </SubmitButton>
        </form>
      </Section>
      {group.former.length > 0 && (
        <Section title={t("former")}>
          <ul className="grid gap-2">
            {group.former.map(({ name, role, joinedAt, leftAt }) => (
              <li key={`${name}${leftAt.toISOString()}`} className="flex flex-wrap gap-x-3">
                <span>{name}</span>
                <span className="text-muted">
                  {t(`roles.${role}`)} · <TimeText at={joinedAt} form="day" /> – <TimeText at={leftAt} form="day" />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
