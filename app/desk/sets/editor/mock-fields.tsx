"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BlueprintLineFields } from "#app/desk/contests/wizard/blueprint-line-fields.tsx";
import type { LineDraft } from "#app/desk/contests/wizard/draft.ts";
import { type CategoryOption, freshLine } from "#app/desk/contests/wizard/paper-part.tsx";
import { usePoolCounts } from "#app/desk/contests/wizard/use-pool-counts.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import type { PartOfSet } from "./part-of-set.ts";

const MOST_LINES = 20;

/** What a mock exam draws, for how long, and the share of the marks that passes. */
export function MockFields({ draft, set, at, categories }: PartOfSet & { categories: readonly CategoryOption[] }): ReactNode {
  const t = useTranslations("setDesk");
  const { lines, branchId } = draft;
  const counts = usePoolCounts(branchId, lines);
  const change = (id: number, part: Partial<LineDraft>): void =>
    set({ lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)) });
  const number = (field: "limitMinutes" | "passPercent") => ({
    type: "number" as const,
    inputMode: "numeric" as const,
    label: t(`fields.${field}`),
    error: at(field),
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const problem = at("blueprint");
  return (
    <Section title={t("draws")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...number("limitMinutes")} min={1} max={240} />
        <TextField {...number("passPercent")} min={0} max={100} />
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {lines.map((line, place) => (
        <BlueprintLineFields
          key={line.id}
          line={line}
          place={place}
          categories={categories}
          have={counts?.lines[place]?.have}
          short={counts?.shortages.find((shortage) => shortage.line === place)}
          problem={at}
          change={(part) => change(line.id, part)}
          {...(lines.length > 1 && { remove: () => set({ lines: lines.filter(({ id }) => id !== line.id) }) })}
        />
      ))}
      {lines.length < MOST_LINES && (
        <Button
          className="justify-self-start"
          onClick={() => set({ lines: [...lines, freshLine(Math.max(...lines.map(({ id }) => id)) + 1)] })}
        >
          <Plus aria-hidden className="size-4" />
          {t("addLine")}
        </Button>
      )}
    </Section>
  );
}
