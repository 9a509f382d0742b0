import { z } from "zod";
import { chosenOf, sectionSizes } from "#domain/papers/draw-sections.ts";
import { PAPER_KINDS, sectionsSchema } from "#domain/papers/sections.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";

const MOST_QUESTIONS = 200;

/** What an organizer fills in: a fixed paper has chosen questions alone; nothing is chosen twice. */
export const paperFields = {
  title: lineSchema(120),
  branchId: idSchema,
  kind: z.enum(PAPER_KINDS),
  sections: sectionsSchema,
};

type Fields = z.output<z.ZodObject<typeof paperFields>>;

/** The checks that concern several fields at once. */
export function checkPaper({ kind, sections }: Pick<Fields, "kind" | "sections">, check: z.RefinementCtx): void {
  const add = (path: (string | number)[], message: string) => check.addIssue({ code: "custom", path, message });
  const sizes = sectionSizes(sections);
  sections.forEach((section, at) => {
    if (sizes[at] === 0) add(["sections", at, "questions"], "section-empty");
    if (kind === "fixed" && section.lines.length > 0) add(["sections", at, "lines"], "fixed-draws-nothing");
  });
  const chosen = chosenOf(sections);
  if (new Set(chosen).size < chosen.length) add(["sections"], "question-twice");
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_QUESTIONS) add(["sections"], "too-many-questions");
}
