import type { PartBody, QuestionBody } from "#domain/questions/question.ts";
import type { AnswerDraft, QuestionDraft } from "./draft.ts";

/** How many blanks a stem shows; a longer line is still one blank (as in check-question.ts, without its schemas in the browser). */
export const blanksIn = (stem: string): number => stem.match(/_{4,}/gu)?.length ?? 0;

const trimmed = (texts: readonly string[]): string[] => texts.map((text) => text.trim());
const linesOf = (text: string): string[] => trimmed(text.split("\n")).filter((line) => line !== "");

/** The right-hand sides: what two lefts share stands once, then those that belong to nothing. */
export function rightsOf({ pairs, spares }: Pick<AnswerDraft, "pairs" | "spares">): string[] {
  return [...new Set(trimmed(pairs.map(({ right }) => right))), ...trimmed(spares.map(({ text }) => text))];
}

/** The question as it stands, which may still be unfinished. */
export function bodyOf(draft: AnswerDraft): QuestionBody {
  const { kind, media } = draft;
  const own = { stem: draft.stem.trim(), ...(media.length > 0 && { media: [...media] }) };
  const unit = draft.unit.trim();
  switch (kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return { kind, ...own, options: draft.options.map(({ text, pin }) => ({ text: text.trim(), ...(pin !== "" && { pin }) })) };
    case "truefalse":
    case "short":
    case "essay":
      return { kind, ...own };
    case "fill":
      return { kind, ...own, blanks: blanksIn(own.stem) };
    case "ordering":
      return { kind, ...own, items: trimmed(draft.items.map(({ text }) => text)) };
    case "matching":
      return { kind, ...own, lefts: trimmed(draft.pairs.map(({ left }) => left)), rights: rightsOf(draft) };
    case "numeric":
      return { kind, ...own, ...(unit !== "" && { unit }) };
    case "group":
      return { kind, ...own, parts: draft.parts.map((part) => bodyOf(part.draft) as PartBody) };
  }
}

/** A typed number; what is none is left as it was typed, so that the verb says so at its field. */
const figure = (text: string): unknown => {
  const plain = text.normalize("NFKC").replaceAll(/[\s,]/gu, "").replace("−", "-");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : text.trim() === "" ? undefined : text;
};

/** Feedback, when any was given. */
const said = (feedback: readonly string[]) => (feedback.some((text) => text.trim() !== "") ? { feedback: trimmed(feedback) } : {});

function choiceKey({ kind, options, isWeighted }: AnswerDraft): Record<string, unknown> {
  const right = options.flatMap((option, place) => (option.right ? [place] : []));
  const weights = isWeighted ? { weights: options.map(({ weight }) => (weight.trim() === "" ? 0 : figure(weight))) } : {};
  return { kind, correct: kind === "single" ? right[0] : right, ...weights, ...said(options.map(({ feedback }) => feedback)) };
}

function numericKey({ kind, figures }: AnswerDraft): Record<string, unknown> {
  const answers = figures.map(({ value, tolerance, percent }) => ({
    value: figure(value),
    tolerance: tolerance.trim() === "" ? 0 : figure(tolerance),
    percent: figure(percent),
  }));
  return { kind, answers, ...said(figures.map(({ feedback }) => feedback)) };
}

function shortKey({ kind, answers, points, caseSensitive }: AnswerDraft): Record<string, unknown> {
  const given = answers.filter(({ text }) => text.trim() !== "");
  return {
    kind,
    accepted: given.map(({ text, percent }) => ({ text: text.trim(), percent: figure(percent) })),
    keywords: points.map(({ words, percent }) => ({ words: linesOf(words), percent: figure(percent) })),
    caseSensitive,
    ...said(given.map(({ feedback }) => feedback)),
  };
}

/** Its key; what has not been chosen yet is left out, so that the verb says at which field. */
export function keyOf(draft: AnswerDraft): Record<string, unknown> {
  const { kind, match, anyOrder, allOrNothing, foldDigits, adjacentPairs } = draft;
  switch (kind) {
    case "single":
    case "multiple":
    case "indefinite":
      return choiceKey(draft);
    case "truefalse":
      return { kind, correct: draft.truth ?? undefined, ...said(draft.truthFeedback) };
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
    case "numeric":
      return numericKey(draft);
    case "short":
      return shortKey(draft);
    case "essay":
      return { kind, guide: draft.guide.trim() };
    case "group":
      return { kind, parts: draft.parts.map((part) => keyOf(part.draft)) };
  }
}

/** What is sent to be saved. */
export function contentOfDraft(draft: QuestionDraft): Record<string, unknown> {
  const { explanation, category, difficulty, tags, source, material, passage } = draft;
  return {
    body: bodyOf(draft),
    key: keyOf(draft),
    explanation,
    category,
    difficulty,
    tags,
    source,
    material,
    passage: material === "" ? "" : passage,
  };
}
