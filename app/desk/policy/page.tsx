import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { CertificatePolicySection } from "#app/desk/policy/certificate-policy.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { NAME_RULES } from "#domain/completion/name-rule.ts";
import { getOrganisation } from "#server/organisation/get-organisation.ts";
import { LinkCard } from "#ui/card.tsx";
import { Choice, ChoiceGroup } from "#ui/choice.tsx";
import { TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { ReminderPart } from "./reminder-part.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policyDesk"))("title") };
}

/** What holds for the whole organisation: its name, light-burden mode with what it means either way, and names in reports. */
export default async function PolicyPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.setPolicy);
  const [t, { name, lightBurden, studyNames }, refused, query] = await Promise.all([
    getTranslations("policyDesk"),
    ask(getOrganisation),
    refusedOf(searchParams, ["name", "code", "from", "to", "remindBeforeDays"]),
    searchParams,
  ]);
  const isSaved = oneOf(query["done"]) === "saved";
  return (
    <Page title={t("title")} lead={t("lead")} width="reading">
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={isSaved ? t("saved") : undefined} refused={oneOf(query["refused"])} />
      <SendForm
        key={JSON.stringify([name, lightBurden, studyNames])}
        action="/api/desk/policy"
        next="/desk/policy?done=saved"
        submit={t("save")}
        className="grid gap-7"
      >
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          error={refused.at("name")}
          name="name"
          required
          maxLength={80}
          defaultValue={name}
        />
        <ChoiceGroup legend={t("light")} hint={t("lightLead")}>
          {([true, false] as const).map((isOn) => (
            <Choice key={String(isOn)} kind="radio" name="lightBurden" value={String(isOn)} defaultChecked={lightBurden === isOn}>
              <span className="font-medium">{t(isOn ? "on" : "off")}</span>
              <span className="block text-muted text-sm">{t(isOn ? "onHint" : "offHint")}</span>
            </Choice>
          ))}
          <p className="text-muted text-sm">{t("basis")}</p>
        </ChoiceGroup>
        <ChoiceGroup legend={t("names")} hint={t("namesLead")}>
          {NAME_RULES.map((rule) => (
            <Choice key={rule} kind="radio" name="studyNames" value={rule} defaultChecked={studyNames === rule}>
              <span className="font-medium">{t(`nameRules.${rule}`)}</span>
              <span className="block text-muted text-sm">{t(`nameHints.${rule}`)}</span>
            </Choice>
          ))}
        </ChoiceGroup>
        <TextField label={t("reason")} hint={t("reasonHint")} optional name="reason" maxLength={500} />
      </SendForm>
      <LinkCard level={2} href="/desk/policy/points" title={t("points")} lead={t("pointsLead")} />
      <ReminderPart errorAt={refused.at} />
      <CertificatePolicySection error={refused.at("code")} />
    </Page>
  );
}
