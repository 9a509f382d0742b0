"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CategoryOption } from "#app/desk/contests/wizard/paper-part.tsx";
import { RowList } from "#app/desk/questions/editor/row-list.tsx";
import { Badge } from "#ui/badge.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import type { ChosenQuestion } from "./draft.ts";
import { FillFromBank } from "./fill-from-bank.tsx";
import type { PartOfSet } from "./part-of-set.ts";

/** The questions of a set in their order, and the way to put more in from the bank. */
export function SetQuestions({ draft, set, at, categories }: PartOfSet & { categories: readonly CategoryOption[] }): ReactNode {
  const t = useTranslations("setDesk");
  const { questions, branchId } = draft;
  const problem = at("questionIds");
  return (
    <Section title={t("questions", { count: questions.length })}>
      <FillFromBank
        branchId={branchId}
        categories={categories}
        chosen={questions.map(({ id }) => id)}
        add={(found) => set({ questions: [...questions, ...found.map((one) => ({ ...one, isFit: true }))] })}
      />
      {problem && <Notice kind="error">{problem}</Notice>}
      {questions.length > 0 && (
        <RowList<ChosenQuestion>
          rows={questions}
          onChange={(rows) => set({ questions: rows })}
          nameOf={(place) => t("questionNumber", { number: place + 1 })}
          fresh={(id) => ({ id, stem: "", isFit: true })}
          add=""
          least={0}
          most={0}
        >
          {({ stem, isFit }, place, _change, buttons) => (
            <div className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-2">
                <span lang="zh-CN" className="line-clamp-3">
                  {place + 1}. {stem || t("unknown")}
                </span>
                {!isFit && <Badge tone="amber">{t("notFit")}</Badge>}
                {at(`questionIds.${place}`) && <span className="text-seal text-sm">{at(`questionIds.${place}`)}</span>}
              </span>
              {buttons}
            </div>
          )}
        </RowList>
      )}
    </Section>
  );
}
