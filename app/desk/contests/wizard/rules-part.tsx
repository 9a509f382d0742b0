"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { ChoiceOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

const COUNTS = ["first", "highest", "last", "mean"] as const;
const MODES = ["all_or_nothing", "partial_no_wrong", "half_if_missing", "per_option"] as const;

/** How often one may try, how answers are marked and in which order things stand. */
export function RulesPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <Section title={t("parts.rules")}>
      <div className="grid items-start gap-5 sm:grid-cols-3">
        <NumberOf {...props} field="attempts" path="rules.attempts" />
        {Number(props.draft.attempts) > 1 && (
          <>
            <ChoiceOf {...props} field="counts" path="rules.counts" words="counts" options={COUNTS} />
            <NumberOf {...props} field="delayMinutes" path="rules.delayMs" />
          </>
        )}
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <ChoiceOf {...props} field="multipleMode" path="rules.multipleMode" words="multipleMode" options={MODES} />
        <NumberOf {...props} field="passPercent" path="rules.passPercent" hint={t("hints.pass")} optional />
      </div>
      <div className="grid items-start gap-x-5 sm:grid-cols-2">
        <TickOf {...props} field="shuffleQuestions" />
        <TickOf {...props} field="shuffleOptions" hint={t("hints.shuffleOptions")} />
      </div>
    </Section>
  );
}
