import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { ATTEND_RULES } from "#domain/meetings/kinds.ts";
import { listKinds } from "#server/meetings/list-kinds.ts";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Summary } from "#ui/summary.tsx";
import { TickField } from "#ui/tick-field.tsx";

const FIELDS = ["key", "name", "nameEn", "minutes", "attend", "agenda", "requiredFields"];
type Kind = Readonly<{
  key: string;
  name: string;
  nameEn: string;
  minutes: number;
  attend: (typeof ATTEND_RULES)[number];
  agenda: readonly Readonly<{ kind: string; title: string; minutes: number }>[];
  requiredFields: readonly string[];
  takesNewTexts: boolean;
  retiredAt: Date | null;
}>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("kindsTitle") };
}

/** An agenda as it is typed: an item a line. */
const linesOf = (agenda: Kind["agenda"]) => agenda.map(({ kind, title, minutes }) => `[${kind}] ${title} ${minutes}`).join("\n");

async function KindForm({ kind, at }: { kind: Kind; at: (name: string) => string | undefined }): Promise<ReactNode> {
  const t = await getTranslations("meetings.kindForm");
  return (
    <SendForm action={`/api/desk/meeting-kinds/${kind.key}`} next="/desk/meetings/kinds?done=saved" submit={t("save")} look="secondary">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t("name")} name="name" required maxLength={40} defaultValue={kind.name} error={at("name")} />
        <TextField label={t("nameEn")} name="nameEn" required maxLength={60} defaultValue={kind.nameEn} error={at("nameEn")} />
        <TextField
          label={t("minutes")}
          name="minutes"
          type="number"
          min={5}
          max={1440}
          required
          defaultValue={kind.minutes}
          error={at("minutes")}
        />
        <SelectField label={t("attend")} name="attend" defaultValue={kind.attend} error={at("attend")}>
          {ATTEND_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`attendRules.${rule}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <AreaField
        label={t("agenda")}
        hint={t("agendaHint")}
        name="agenda"
        rows={6}
        required
        maxLength={5_000}
        defaultValue={linesOf(kind.agenda)}
        error={at("agenda")}
      />
      <TextField
        label={t("requiredFields")}
        hint={t("requiredHint")}
        name="requiredFields"
        optional
        defaultValue={kind.requiredFields.join(", ")}
        error={at("requiredFields")}
      />
      <TickField name="takesNewTexts" defaultChecked={kind.takesNewTexts} label={t("takesNewTexts")} />
      <TickField name="retired" defaultChecked={kind.retiredAt !== null} label={t("retired")} />
    </SendForm>
  );
}

/** Kinds of meeting as data: template, required fields, who attends. */
export default async function KindsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.setPolicy);
  const [t, locale, { kinds }, refused, query] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    ask(listKinds),
    refusedOf(searchParams, FIELDS),
    searchParams,
  ]);
  return (
    <Page width="reading" title={t("kindsTitle")} lead={t("kindsLead")} back={{ href: "/desk/meetings", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      {oneOf(query["done"]) === "saved" && !oneOf(query["refused"]) && <Notice kind="success">{t("done.saved")}</Notice>}
      {kinds.map((kind) => (
        <details key={kind.key} className="rounded-md border border-line">
          <Summary className="flex px-4">
            <span className="min-w-0 flex-1 font-semibold">{(locale === "en" && kind.nameEn) || kind.name}</span>
            <span className="text-muted text-sm">{kind.retiredAt ? t("kindForm.isRetired") : t("minutes", { minutes: kind.minutes })}</span>
          </Summary>
          <div className="border-line border-t p-4">
            <KindForm kind={kind} at={refused.at} />
          </div>
        </details>
      ))}
    </Page>
  );
}
