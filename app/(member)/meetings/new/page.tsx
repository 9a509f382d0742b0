import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { FIELDS, MeetingFields } from "#app/(member)/meetings/meeting-fields.tsx";
import { wallOf } from "#app/(member)/meetings/wall-of.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { dayOf } from "#domain/certificates/day-of.ts";
import { meetingChoices } from "#server/meetings/meeting-choices.ts";
import { SelectField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";

const AHEAD_MS = 8 * 86_400_000;
/** When most meetings begin, on the organisation's clock. */
const USUAL_START = "14:30:00+08:00";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("new") };
}

/** Makes a meeting of a group one leads, or of a branch one looks after. */
export default async function NewMeetingPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, { now }, { kinds, groups, branches }, refused, query] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    pageContext(),
    ask(meetingChoices),
    refusedOf(searchParams, [...FIELDS, "kind", "group", "branchId"]),
    searchParams,
  ]);
  if (groups.length + branches.length === 0) notFound();
  const startsAt = new Date(`${dayOf(new Date(now.getTime() + AHEAD_MS))}T${USUAL_START}`);
  const endsAt = new Date(startsAt.getTime() + (kinds[0]?.minutes ?? 90) * 60_000);
  const top = Math.min(...branches.map(({ depth }) => depth));
  return (
    <Page width="reading" title={t("new")} lead={t("newLead")} back={{ href: "/meetings", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <Words>
        <SendForm action="/api/meetings" next="/meetings/{id}" submit={t("make")}>
          <SelectField label={t("kind")} name="kind" error={refused.at("kind")}>
            {kinds.map(({ key, name, nameEn }) => (
              <option key={key} value={key}>
                {(locale === "en" && nameEn) || name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("form.group")}
            hint={t("form.groupHint")}
            name="group"
            defaultValue={oneOf(query["group"]) ?? groups[0]?.slug ?? ""}
            optional={branches.length > 0}
            error={refused.at("group")}
          >
            {branches.length > 0 && <option value="">{t("form.noGroup")}</option>}
            {groups.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          {branches.length > 0 && (
            <SelectField label={t("form.branch")} hint={t("form.branchHint")} name="branchId" optional error={refused.at("branchId")}>
              <option value="">{t("form.noBranch")}</option>
              {branches.map(({ id, name, depth }) => (
                <option key={id} value={id}>
                  {"\u2003".repeat(depth - top)}
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <MeetingFields
            known={{ title: "", startsAt: wallOf(startsAt), endsAt: wallOf(endsAt), place: "", link: "", intro: "", openTo: "roster" }}
            at={refused.at}
          />
        </SendForm>
      </Words>
    </Page>
  );
}
