"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { ChoiceOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

const BRANCHES = ["one", "mixed"] as const;
const PLAYS = ["everyone", "captain"] as const;
const SCORES = ["mean", "sum", "top_n"] as const;
const FIXED = ["opens", "first-attempt"] as const;
const DIVISIONS = ["chosen", "assigned", "tag"] as const;

/** Whether teams take part, of whom they are, how they come to a result; and which divisions there are. */
export function TeamPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  const { draft, set, problem } = props;
  return (
    <Section title={t("parts.team")}>
      <TickOf {...props} field="teams" />
      {draft.teams && (
        <>
          <div className="grid items-start gap-5 sm:grid-cols-3">
            <NumberOf {...props} field="teamMin" path="rules.team.min" />
            <NumberOf {...props} field="teamMax" path="rules.team.max" />
            <NumberOf {...props} field="teamSubstitutes" path="rules.team.substitutes" hint={t("hints.zeroIsNone")} />
          </div>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <ChoiceOf {...props} field="teamBranches" path="rules.team.branches" words="teamBranches" options={BRANCHES} />
            <ChoiceOf {...props} field="teamFixed" path="rules.team.fixed" words="teamFixed" options={FIXED} />
            <ChoiceOf {...props} field="teamPlay" path="rules.team.play" words="teamPlay" options={PLAYS} />
            {draft.teamPlay === "everyone" && (
              <ChoiceOf {...props} field="teamScore" path="rules.team.score" words="teamScore" options={SCORES} />
            )}
            {draft.teamPlay === "everyone" && draft.teamScore === "top_n" && (
              <NumberOf {...props} field="teamTopN" path="rules.team.topN" />
            )}
          </div>
        </>
      )}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField
          label={t("fields.divisionNames")}
          hint={t("hints.divisionNames")}
          value={draft.divisionNames}
          error={problem("rules.divisions.names")}
          optional
          onChange={(event) => set("divisionNames", event.currentTarget.value)}
        />
        {draft.divisionNames.trim() !== "" && (
          <ChoiceOf {...props} field="divisionsBy" path="rules.divisions.by" words="divisionsBy" options={DIVISIONS} />
        )}
      </div>
    </Section>
  );
}
