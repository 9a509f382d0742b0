"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FORMATS } from "#domain/contests/format.ts";
import { Section } from "#ui/page.tsx";
import { ChoiceOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

const COUNTS = ["first", "highest", "last", "mean"] as const;
const IOI_TIES = ["time", "shared"] as const;
const MODES = ["all_or_nothing", "partial_no_wrong", "half_if_missing", "per_option"] as const;

/** How often one may try, how answers are marked and in which order things stand. */
export function RulesPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  return (
    <Section title={t("parts.rules")}>
      <ChoiceOf
        {...props}
        field="format"
        path="rules.format"
        words="formats"
        options={FORMATS}
        hint={t(`hints.formats.${props.draft.format}`)}
      />
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <TryFields {...props} />
        <JudgedFields {...props} />
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {props.draft.format !== "levels" && (
          <ChoiceOf {...props} field="multipleMode" path="rules.multipleMode" words="multipleMode" options={MODES} />
        )}
        <NumberOf {...props} field="passPercent" path="rules.passPercent" hint={t("hints.pass")} optional />
      </div>
      <div className="grid items-start gap-x-5 sm:grid-cols-2">
        <TickOf {...props} field="shuffleQuestions" />
        <TickOf {...props} field="shuffleOptions" hint={t("hints.shuffleOptions")} />
      </div>
    </Section>
  );
}

/** How often one may try, and what of it counts, as the format asks. */
function TryFields(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk.hints");
  const { format, attempts, perDay } = props.draft;
  const delay = <NumberOf {...props} field="delayMinutes" path="rules.delayMs" />;
  if (format === "daily")
    return (
      <>
        <NumberOf {...props} field="perDay" path="rules.format.perDay" />
        <NumberOf {...props} field="bestDays" path="rules.format.bestDays" hint={t("bestDays")} optional />
        {Number(perDay) > 1 && delay}
      </>
    );
  return (
    <>
      <NumberOf {...props} field="attempts" path="rules.attempts" />
      {Number(attempts) > 1 && (
        <>
          <ChoiceOf {...props} field="counts" path="rules.counts" words="counts" options={COUNTS} />
          {delay}
        </>
      )}
    </>
  );
}

/** What a format that judges at once asks besides. */
function JudgedFields(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk.hints");
  const { format } = props.draft;
  if (format === "survival")
    return (
      <>
        <NumberOf {...props} field="questionSeconds" path="rules.format.perQuestionMs" />
        <NumberOf {...props} field="lives" path="rules.format.lives" hint={t("lives")} />
      </>
    );
  if (format === "levels")
    return (
      <>
        <NumberOf {...props} field="levels" path="rules.format.levels" hint={t("levels")} />
        <NumberOf {...props} field="perLevel" path="rules.format.perLevel" />
        <NumberOf {...props} field="gatePoints" path="rules.format.gateMilli" />
        <NumberOf {...props} field="gateStepPoints" path="rules.format.gateStepMilli" />
        <NumberOf {...props} field="questionSeconds" path="rules.format.perQuestionMs" />
      </>
    );
  if (format !== "ioi" && format !== "icpc") return null;
  return (
    <>
      <NumberOf {...props} field="tries" path="rules.format.tries" hint={t("tries")} />
      {format === "ioi" ? (
        <ChoiceOf {...props} field="ioiTies" path="rules.format.ties" words="ioiTies" options={IOI_TIES} />
      ) : (
        <NumberOf {...props} field="penaltyMinutes" path="rules.format.penaltyMs" />
      )}
    </>
  );
}
