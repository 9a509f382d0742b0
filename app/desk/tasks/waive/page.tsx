import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { listTaskProgrammes } from "#server/tasks/list-task-programmes.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taskDesk"))("waiveSomebody") };
}

/** Excuses somebody from what is left of a programme: by number, so that it can be done where reports carry no names. */
export default async function WaivePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, { programmes }, refused, query] = await Promise.all([
    getTranslations("taskDesk"),
    getLocale(),
    ask(listTaskProgrammes),
    refusedOf(searchParams, ["staffNo", "programmeId", "reason"]),
    searchParams,
  ]);
  return (
    <Page width="reading" title={t("waiveSomebody")} lead={t("waiveLead")} back={{ href: "/desk/tasks", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "waived" ? t("done.waived") : undefined} refused={oneOf(query["refused"])} />
      <SendForm action="/api/desk/tasks/waive" next="/desk/tasks/waive?done=waived" submit={t("deeds.waive")}>
        <TextField label={t("staffNo")} name="staffNo" required maxLength={60} error={refused.at("staffNo")} autoComplete="off" />
        <SelectField label={t("programme")} name="programmeId" required error={refused.at("programmeId")}>
          {programmes.map(({ id, title, titleEn }) => (
            <option key={id} value={id}>
              {(locale === "en" && titleEn) || title}
            </option>
          ))}
        </SelectField>
        <TextField label={t("reason")} name="reason" required maxLength={500} error={refused.at("reason")} />
      </SendForm>
    </Page>
  );
}
