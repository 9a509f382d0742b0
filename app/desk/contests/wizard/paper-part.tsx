"use client";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { BlueprintLineFields } from "./blueprint-line-fields.tsx";
import type { LineDraft } from "./draft.ts";
import { POINT_MILLI } from "./field-units.ts";
import type { PartProps } from "./part-props.ts";
import { usePoolCounts } from "./use-pool-counts.ts";

/** A category with the published questions in it and below it. */
export type CategoryOption = Readonly<{ category: string; published: number }>;

/** A paper that was made before. `worth` in milli-points. */
export type PaperOption = Readonly<{ id: number; title: string; questions: number; worth: number }>;

const MOST_LINES = 50;
/** A line as it is added. */
export const freshLine = (id: number): LineDraft => ({
  id,
  category: "",
  kind: "single",
  easiest: "1",
  hardest: "5",
  count: "10",
  points: "2",
});
const sum = (lines: readonly LineDraft[], of: (line: LineDraft) => number): number =>
  lines.reduce((total, line) => total + (of(line) || 0), 0);

type LinesProps = PartProps & { categories: readonly CategoryOption[] };

/** What a paper is drawn from: lines of so many questions each, with what the bank holds for them as one types. */
export function LinesPart({ draft, set, problem, categories }: LinesProps): ReactNode {
  const t = useTranslations("contestDesk");
  const { lines } = draft;
  const counts = usePoolCounts(draft.branchId, lines);
  const nextId = useRef(Math.max(0, ...lines.map(({ id }) => id)) + 1);
  const whole = problem("blueprint");
  const change = (id: number, part: Partial<LineDraft>): void =>
    set(
      "lines",
      lines.map((line) => (line.id === id ? { ...line, ...part } : line)),
    );
  return (
    <>
      {lines.map((line, place) => (
        <BlueprintLineFields
          key={line.id}
          line={line}
          place={place}
          categories={categories}
          have={counts?.lines[place]?.have}
          short={counts?.shortages.find((shortage) => shortage.line === place)}
          problem={problem}
          change={(part) => change(line.id, part)}
          {...(lines.length > 1 && {
            remove: () =>
              set(
                "lines",
                lines.filter(({ id }) => id !== line.id),
              ),
          })}
        />
      ))}
      {whole && <Notice kind="error">{whole}</Notice>}
      {lines.length < MOST_LINES && (
        <Button className="justify-self-start" onClick={() => set("lines", [...lines, freshLine(nextId.current++)])}>
          <Plus aria-hidden className="size-4" />
          {t("addLine")}
        </Button>
      )}
    </>
  );
}

/** The paper: one that was made before, or lines that draw. */
export function PaperPart({ papers, ...part }: LinesProps & { papers: readonly PaperOption[] }): ReactNode {
  const t = useTranslations("contestDesk");
  const format = useFormatter();
  const { draft, set, problem } = part;
  const { lines, paperId } = draft;
  const chosen = papers.find(({ id }) => String(id) === paperId);
  const questions = chosen ? chosen.questions : sum(lines, (line) => Number(line.count));
  const points = chosen ? chosen.worth / POINT_MILLI : sum(lines, (line) => Number(line.count) * Number(line.points));
  return (
    <Section
      title={t("parts.paper")}
      aside={<span className="tabular">{t("paperTotal", { questions, points: format.number(points) })}</span>}
    >
      {(papers.length > 0 || paperId !== "") && (
        <SelectField
          label={t("fromPaper")}
          hint={t("fromPaperHint")}
          error={problem("paperId")}
          value={paperId}
          onChange={(event) => set("paperId", event.currentTarget.value)}
        >
          <option value="">{t("noPaper")}</option>
          {papers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      {paperId === "" && <LinesPart {...part} />}
    </Section>
  );
}
