"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BOARD_VIEWS } from "#domain/contests/rules.ts";
import { Section } from "#ui/page.tsx";
import { ChoiceOf, MomentOf, NumberOf, TickOf } from "./fields.tsx";
import type { PartProps } from "./part-props.ts";

const MOMENTS = ["submitted", "closed", "published", "never"] as const;
const MOVES = ["hand-in", "closed", "published"] as const;
const NAMES = ["names", "branch", "anonymous"] as const;
const FORMULAS = ["per_head", "mean_participants", "total", "top_n_mean", "participation"] as const;

/** What members see and from when: their own attempt, the board, the board of branches. */
export function ShownPart(props: PartProps): ReactNode {
  const t = useTranslations("contestDesk");
  const { branches, branchFormula } = props.draft;
  return (
    <Section title={t("parts.shown")}>
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <ChoiceOf {...props} field="score" path="rules.review.score" words="moments" options={MOMENTS} />
        <ChoiceOf {...props} field="answers" path="rules.review.answers" words="moments" options={MOMENTS} />
        <ChoiceOf {...props} field="keys" path="rules.review.keys" words="moments" options={MOMENTS} />
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-3">
        <ChoiceOf {...props} field="moves" path="rules.board.moves" words="moves" options={MOVES} />
        <ChoiceOf {...props} field="names" path="rules.board.names" words="names" options={NAMES} />
        <ChoiceOf {...props} field="view" path="rules.board.view" words="views" options={BOARD_VIEWS} />
      </div>
      {props.draft.moves === "hand-in" && (
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <MomentOf {...props} field="freezeAt" path="freezeAt" optional hint={t("hints.freezeAt")} />
        </div>
      )}
      {props.draft.view === "full" && (
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <NumberOf {...props} field="places" path="rules.board.places" optional hint={t("hints.places")} />
        </div>
      )}
      <TickOf {...props} field="branches" />
      {branches && (
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <ChoiceOf {...props} field="branchFormula" path="rules.board.branchFormula" words="formulas" options={FORMULAS} />
          {branchFormula === "top_n_mean" && <NumberOf {...props} field="topN" path="rules.board.topN" />}
        </div>
      )}
    </Section>
  );
}
