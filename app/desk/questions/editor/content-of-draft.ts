import type { QuestionBody } from "#domain/questions/question.ts";
import type { QuestionDraft } from "./draft.ts";

/** How many blanks a stem shows; a longer line is still one blank (as in check-question.ts, without its schemas in the browser). */
export const blanksIn = (stem: string): number => stem.match(/_{4,}/gu)?.length ?? 0;

const trimmed = (texts: readonly string[]): string[] => texts.map((text) => text.trim());
const linesOf = (text: string): string[] => trimmed(text.split("\n")).filter((line) => line !== "");

/** The right-hand sides: what two lefts share stands once, then those that belong to nothing. */
export function rightsOf({ pairs, spares }: QuestionDraft): string[] {
  return [...new Set(trimmed(pairs.map(({ right }) => right))), ...trimmed(spares.map(({ text }) => text))];
}

/** The question as it stands, which may still be unfinished. */
export function bodyOf(draft: QuestionDraft): QuestionBody {
  const { kind } = draft;
  const stem = draft.stem.trim();
  switch (kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return { kind, stem, options: draft.options.map(({ text, pin }) => ({ text: text.trim(), ...(pin !== "" && { pin }) })) };
    case "truefalse":
      return { kind, stem };
    case "fill":
      return { kind, stem, blanks: blanksIn(stem) };
    case "ordering":
      return { kind, stem, items: trimmed(draft.items.map(({ text }) => text)) };
    case "matching":
      return { kind, stem, lefts: trimmed(draft.pairs.map(({ left }) => left)), rights: rightsOf(draft) };
  }
}

/** Its key; what has not been chosen yet is left out, so that the verb says at which field. */
export function keyOf(draft: QuestionDraft): Record<string, unknown> {
  const { kind, options, match, anyOrder, allOrNothing, foldDigits, adjacentPairs } = draft;
  const right = options.flatMap((option, place) => (option.right ? [place] : []));
  switch (kind) {
    case "single":
      return { kind, correct: right[0] };
    case "multiple":
    case "indefinite":
      return { kind, correct: right };
    case "truefalse":
      return { kind, correct: draft.truth ?? undefined };
    case "fill": {
      const blanks = Array.from({ length: blanksIn(draft.stem) }, (_, blank) => linesOf(draft.accepted[blank] ?? ""));
      return { kind, blanks, match, anyOrder, allOrNothing, foldDigits };
    }
    case "ordering":
      return { kind, order: draft.items.map((_, place) => place), adjacentPairs };
    case "matching": {
      const rights = rightsOf(draft);
      return { kind, pairs: draft.pairs.map((pair) => rights.indexOf(pair.right.trim())) };
    }
  }
}

/** What is sent to be saved. */
export function contentOfDraft(draft: QuestionDraft): Record<string, unknown> {
  const { explanation, category, difficulty, tags, material, passage } = draft;
  return {
    body: bodyOf(draft),
    key: keyOf(draft),
    explanation,
    category,
    difficulty,
    tags,
    material,
    passage: material === "" ? "" : passage,
  };
}
