"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Block } from "#server/materials/hast-schema.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Check } from "./draft.ts";
import type { FieldsProps } from "./meta-fields.tsx";
import { QuestionSearch, type TextQuestion } from "./question-search.tsx";

type Props = FieldsProps & Readonly<{ blocks: readonly Block[]; known: readonly TextQuestion[]; learn: (question: TextQuestion) => void }>;

function moved(checks: readonly Check[], from: number, to: number): Check[] {
  const rest = checks.filter((_, at) => at !== from);
  const check = checks[from];
  return check ? [...rest.slice(0, to), check, ...rest.slice(to)] : rest;
}

type LineProps = Readonly<{
  check: Check;
  at: number;
  last: boolean;
  stem: string;
  blocks: readonly Block[];
  change: (check: Check) => void;
  move: (to: number) => void;
  remove: () => void;
}>;

/** One question of the text: after which paragraph it stands, and in which order. */
function CheckLine({ check, at, last, stem, blocks, change, move, remove }: LineProps): ReactNode {
  const t = useTranslations("materialDesk");
  const place = (id: string) => change({ ...check, after: id, words: blocks.find((block) => block.id === id)?.text });
  return (
    <li className="grid gap-3 border-line border-b py-4">
      <p lang="zh-CN">
        <span className="tabular me-2 text-muted">{at + 1}.</span>
        {stem}
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-60">
          <SelectField label={t("checkAfter")} value={check.after} onChange={(event) => place(event.currentTarget.value)}>
            <option value="">{t("atEnd")}</option>
            {blocks.map(({ id, text }) => (
              <option key={id} value={id}>
                {t("afterBlock", { number: id.slice(1), words: text.slice(0, 24) })}
              </option>
            ))}
          </SelectField>
        </div>
        <Button compact disabled={at === 0} aria-label={t("moveUp")} onClick={() => move(at - 1)}>
          <ArrowUp aria-hidden className="size-4" />
        </Button>
        <Button compact disabled={last} aria-label={t("moveDown")} onClick={() => move(at + 1)}>
          <ArrowDown aria-hidden className="size-4" />
        </Button>
        <Button compact look="quiet" aria-label={t("takeOut")} onClick={remove}>
          <Trash2 aria-hidden className="size-4" />
        </Button>
      </div>
    </li>
  );
}

/** The questions that stand in the text; answering them right completes the reading. */
export function ChecksPart({ draft, set, at, blocks, known, learn }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const { checks } = draft;
  const citable = blocks.filter(({ kind }) => kind === "block");
  const stemOf = (id: number) => known.find((question) => question.id === id)?.stem ?? t("questionNumber", { id });
  const put = (next: readonly Check[]) => set({ checks: next });
  const add = (question: TextQuestion) => {
    learn(question);
    const block = citable.find(({ id }) => id === question.passage);
    put([...checks, { questionId: question.id, after: block?.id ?? "", words: block?.text }]);
  };
  const problem = at("checks");
  return (
    <div className="grid gap-4">
      <p className="text-muted text-sm">{t("checksHint")}</p>
      {problem && <Notice kind="error">{problem}</Notice>}
      {checks.length > 0 && (
        <ol>
          {checks.map((check, index) => (
            <CheckLine
              key={check.questionId}
              check={check}
              at={index}
              last={index === checks.length - 1}
              stem={stemOf(check.questionId)}
              blocks={citable}
              change={(changed) => put(checks.map((other, place) => (place === index ? changed : other)))}
              move={(to) => put(moved(checks, index, to))}
              remove={() => put(checks.filter((_, place) => place !== index))}
            />
          ))}
        </ol>
      )}
      {checks.length > 4 && <Notice kind="warning">{t("manyChecks")}</Notice>}
      <QuestionSearch about={known.filter(({ isAbout }) => isAbout)} chosen={checks.map(({ questionId }) => questionId)} add={add} />
    </div>
  );
}
