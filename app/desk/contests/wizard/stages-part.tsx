"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";
import { ChoiceOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

const TIES = ["order", "all"] as const;
const BY = ["count", "place", "percent"] as const;
const MEMBERS = ["all", "played"] as const;

/** Who goes on to a next stage, and who gets which award. */
export function StagesPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  const { draft } = props;
  const none = { hint: t("hints.zeroIsNone") };
  return (
    <Section title={t("parts.stages")}>
      <TickOf {...props} field="promotes" />
      {draft.promotes && (
        <div className="grid items-start gap-5 sm:grid-cols-3">
          <NumberOf {...props} {...none} field="promoteTop" path="rules.promotion.top" />
          <NumberOf {...props} {...none} field="perBranch" path="rules.promotion.perBranch" />
          <NumberOf {...props} {...none} field="perDivision" path="rules.promotion.perDivision" />
          <NumberOf {...props} {...none} field="fillTo" path="rules.promotion.fillTo" />
          <NumberOf {...props} {...none} field="minScorePoints" path="rules.promotion.minScore" />
          <NumberOf {...props} {...none} field="reserve" path="rules.promotion.reserve" />
          <ChoiceOf {...props} field="promotionTies" path="rules.promotion.ties" words="promotionTies" options={TIES} />
        </div>
      )}
      <TickOf {...props} field="grants" hint={t("hints.medals")} />
      {draft.grants && <Awards {...props} />}
    </Section>
  );
}

function Awards(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  const { draft } = props;
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <ChoiceOf {...props} field="goldBy" path="rules.awards.medals.0.by" words="medalBy" options={BY} />
        <NumberOf {...props} field="goldNumber" path="rules.awards.medals.0.number" optional />
        <ChoiceOf {...props} field="silverBy" path="rules.awards.medals.1.by" words="medalBy" options={BY} />
        <NumberOf {...props} field="silverNumber" path="rules.awards.medals.1.number" optional />
        <ChoiceOf {...props} field="bronzeBy" path="rules.awards.medals.2.by" words="medalBy" options={BY} />
        <NumberOf {...props} field="bronzeNumber" path="rules.awards.medals.2.number" optional />
        <NumberOf {...props} field="organisationPercent" path="rules.awards.organisation.percent" hint={t("hints.organisation")} optional />
        <NumberOf {...props} field="organisationMost" path="rules.awards.organisation.most" optional />
        {draft.teams && <ChoiceOf {...props} field="awardMembers" path="rules.awards.members" words="awardMembers" options={MEMBERS} />}
      </div>
      {draft.divisionNames.trim() !== "" && <TickOf {...props} field="awardsPerDivision" />}
    </>
  );
}
