"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Choice, ChoiceGroup } from "#ui/choice.tsx";
import { Notice } from "#ui/notice.tsx";
import type { PartProps } from "./part-props.ts";

/** Whether the statement is true. */
export function TruthPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const group = useId();
  const problem = at("key.correct", "key");
  return (
    <ChoiceGroup legend={t("rightAnswer")}>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="grid gap-3 sm:grid-cols-2">
        {[true, false].map((truth) => (
          <Choice key={String(truth)} kind="radio" name={group} checked={draft.truth === truth} onChange={() => set({ truth })}>
            {t(truth ? "true" : "false")}
          </Choice>
        ))}
      </div>
    </ChoiceGroup>
  );
}
