import type { LineDraft } from "#app/desk/contests/wizard/draft.ts";
import { lineDraftOf } from "#app/desk/contests/wizard/draft.ts";
import { blueprintOf } from "#app/desk/contests/wizard/draft-body.ts";
import { POINT_MILLI } from "#app/desk/contests/wizard/field-units.ts";
import type { PaperKind, Section } from "#domain/papers/sections.ts";

export type ChosenRow = Readonly<{ id: number; questionId: number; stem: string; points: string }>;
export type SectionRow = Readonly<{
  id: number;
  title: string;
  instructions: string;
  questions: readonly ChosenRow[];
  lines: readonly LineDraft[];
}>;

/** A paper as it is typed. */
export type PaperDraft = Readonly<{ title: string; branchId: string; kind: PaperKind; sections: readonly SectionRow[] }>;

export const freshSection = (id: number, title: string): SectionRow => ({ id, title, instructions: "", questions: [], lines: [] });

type Written = Readonly<{ title: string; branchId: number; kind: PaperKind; sections: readonly Section[] }>;

/** A written paper, to be changed; `stems` are the chosen questions' texts. */
export const draftOfPaper = ({ title, branchId, kind, sections }: Written, stems: ReadonlyMap<number, string>): PaperDraft => ({
  title,
  branchId: String(branchId),
  kind,
  sections: sections.map((section, id) => ({
    id,
    title: section.title,
    instructions: section.instructions,
    questions: section.questions.map(({ questionId, worth }) => ({
      id: questionId,
      questionId,
      stem: stems.get(questionId) ?? "",
      points: String(worth / POINT_MILLI),
    })),
    lines: section.lines.map(lineDraftOf),
  })),
});

const milli = (points: string): number | null =>
  points.trim() === "" || Number.isNaN(Number(points)) ? null : Math.round(Number(points) * POINT_MILLI);

/** What is sent: a fixed paper sends no lines, whatever was typed under another kind. */
export const bodyOfPaper = ({ title, branchId, kind, sections }: PaperDraft) => ({
  title: title.trim(),
  branchId: Number(branchId),
  kind,
  sections: sections.map((section) => ({
    title: section.title.trim(),
    instructions: section.instructions.trim(),
    questions: section.questions.map(({ questionId, points }) => ({ questionId, worth: milli(points) })),
    lines: kind === "fixed" ? [] : blueprintOf(section.lines),
  })),
});
