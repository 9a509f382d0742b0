"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { MomentOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

/** When it runs, and how long one attempt lasts. */
export function TimePart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <Section title={t("parts.time")} aside={<span className="text-muted">{t("hints.zone")}</span>}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <MomentOf {...props} field="opensAt" path="opensAt" />
        <MomentOf {...props} field="closesAt" path="closesAt" />
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <NumberOf {...props} field="limitMinutes" path="rules.limitMs" hint={t("hints.limit")} />
        <NumberOf {...props} field="earliestMinutes" path="rules.earliestHandInMs" hint={t("hints.earliest")} />
        <NumberOf {...props} field="lobbyMinutes" path="rules.lobbyMs" hint={t("hints.lobby")} />
        <NumberOf {...props} field="allowanceSeconds" path="rules.allowanceMs" hint={t("hints.allowance")} />
      </div>
      <TickOf {...props} field="rehearses" hint={t("hints.rehearses")} />
      {props.draft.rehearses && (
        <>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <MomentOf {...props} field="rehearsalFrom" path="rules.rehearsal.fromMs" />
            <MomentOf {...props} field="rehearsalUntil" path="rules.rehearsal.untilMs" />
            <NumberOf {...props} field="rehearsalAttempts" path="rules.rehearsal.attempts" />
          </div>
          <TickOf {...props} field="rehearsalFromPool" hint={t("hints.rehearsalFromPool")} />
        </>
      )}
    </Section>
  );
}
