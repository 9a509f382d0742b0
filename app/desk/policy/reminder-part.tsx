import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { getReminderPolicy } from "#server/notices/get-reminder-policy.ts";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { TickField } from "#ui/tick-field.tsx";

/** When people are left alone, what the house does by itself in the morning, and through what it speaks beside the app. */
export async function ReminderPart({ errorAt }: { errorAt: (field: string) => string | undefined }): Promise<ReactNode> {
  const [t, policy] = await Promise.all([getTranslations("policyDesk"), ask(getReminderPolicy)]);
  const { quietHours, autoReminders, remindBeforeDays, mailWorks, webhookWorks } = policy;
  return (
    <Section title={t("reminders.title")}>
      <p className="text-muted">{t("reminders.lead")}</p>
      <SendForm
        key={JSON.stringify(policy)}
        action="/api/desk/policy/reminders"
        next="/desk/policy?done=saved"
        submit={t("reminders.save")}
        look="secondary"
      >
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField label={t("reminders.from")} name="from" type="time" required defaultValue={quietHours.from} error={errorAt("from")} />
          <TextField label={t("reminders.to")} name="to" type="time" required defaultValue={quietHours.to} error={errorAt("to")} />
          <TextField
            label={t("reminders.days")}
            name="remindBeforeDays"
            type="number"
            min={0}
            max={30}
            required
            defaultValue={remindBeforeDays}
            error={errorAt("remindBeforeDays")}
          />
        </div>
        <TickField label={t("reminders.auto")} hint={t("reminders.autoHint")} name="autoReminders" defaultChecked={autoReminders} />
        <TextField label={t("reason")} hint={t("reasonHint")} optional name="reason" maxLength={500} />
      </SendForm>
      <ul className="text-muted text-sm">
        <li>{t(mailWorks ? "reminders.mailOn" : "reminders.mailOff")}</li>
        <li>{t(webhookWorks ? "reminders.robotOn" : "reminders.robotOff")}</li>
      </ul>
    </Section>
  );
}
