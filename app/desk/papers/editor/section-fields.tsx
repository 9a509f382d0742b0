"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BlueprintLineFields } from "#app/desk/contests/wizard/blueprint-line-fields.tsx";
import type { LineDraft } from "#app/desk/contests/wizard/draft.ts";
import { type CategoryOption, freshLine } from "#app/desk/contests/wizard/paper-part.tsx";
import { usePoolCounts } from "#app/desk/contests/wizard/use-pool-counts.ts";
import { QuestionSearch } from "#app/desk/materials/editor/question-search.tsx";
import { RowList } from "#app/desk/questions/editor/row-list.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import type { ChosenRow, SectionRow } from "./draft.ts";

type Props = Readonly<{
  section: SectionRow;
  place: number;
  draws: boolean;
  branchId: string;
  categories: readonly CategoryOption[];
  chosen: readonly number[];
  at: (...paths: string[]) => string | undefined;
  change: (part: Partial<SectionRow>) => void;
  remove?: () => void;
}>;

/** A part of a paper: its name, the questions chosen for it in their order, and the lines that draw. */
export function SectionFields({ section, place, draws, branchId, categories, chosen, at, change, remove }: Props): ReactNode {
  const t = useTranslations("paperDesk");
  const { title, instructions, questions, lines } = section;
  const counts = usePoolCounts(branchId, lines);
  const nextLine = Math.max(0, ...lines.map(({ id }) => id)) + 1;
  const changeLine = (id: number, part: Partial<LineDraft>): void =>
    change({ lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  const problem = at("questions", "lines");
  return (
    <Section
      title={t("sectionNumber", { number: place + 1 })}
      aside={
        remove && (
          <Button compact look="quiet" onClick={remove}>
            <Trash2 aria-hidden className="size-4" />
            {t("removeSection")}
          </Button>
        )
      }
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          type="text"
          label={t("sectionTitle")}
          error={at("title")}
          maxLength={100}
          value={title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <TextField
          type="text"
          label={t("instructions")}
          hint={t("instructionsHint")}
          optional
          error={at("instructions")}
          maxLength={500}
          value={instructions}
          onChange={(event) => change({ instructions: event.currentTarget.value })}
        />
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {questions.length > 0 && (
        <RowList<ChosenRow>
          rows={questions}
          onChange={(rows) => change({ questions: rows })}
          nameOf={(at_) => t("questionNumber", { number: at_ + 1 })}
          fresh={(id) => ({ id, questionId: 0, stem: "", points: "1" })}
          add=""
          least={0}
          most={0}
        >
          {(row, at_, changeRow, buttons) => (
            <div className="grid items-center gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
              <span lang="zh-CN" className="line-clamp-3">
                {at_ + 1}. {row.stem}
              </span>
              <TextField
                type="text"
                inputMode="decimal"
                label={t("points")}
                error={at(`questions.${at_}.worth`, `questions.${at_}`)}
                maxLength={8}
                value={row.points}
                onChange={(event) => changeRow({ points: event.currentTarget.value })}
              />
              {buttons}
            </div>
          )}
        </RowList>
      )}
      <QuestionSearch
        about={[]}
        chosen={chosen}
        add={({ id, stem }) => change({ questions: [...questions, { id, questionId: id, stem, points: questions.at(-1)?.points ?? "1" }] })}
      />
      {draws &&
        lines.map((line, number) => (
          <BlueprintLineFields
            key={line.id}
            line={line}
            place={number}
            categories={categories}
            have={counts?.lines[number]?.have}
            short={counts?.shortages.find((shortage) => shortage.line === number)}
            problem={(path) => at(path.replace("blueprint.", "lines."))}
            change={(part) => changeLine(line.id, part)}
            remove={() => change({ lines: lines.filter(({ id }) => id !== line.id) })}
          />
        ))}
      {draws && (
        <Button className="justify-self-start" onClick={() => change({ lines: [...lines, freshLine(nextLine)] })}>
          <Plus aria-hidden className="size-4" />
          {t("addLine")}
        </Button>
      )}
    </Section>
  );
}
