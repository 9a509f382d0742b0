import type { PartKind, QuestionKind } from "#domain/questions/question.ts";

/** Kinds that may stand in a group, the commonest first. Spelled out here so that the browser need not load the bank's schemas. */
export const PART_KINDS_IN_ORDER: readonly PartKind[] = [
  "single",
  "multiple",
  "indefinite",
  "truefalse",
  "fill",
  "numeric",
  "short",
  "ordering",
  "matching",
];

/** Every kind, the commonest first. */
export const QUESTION_KINDS_IN_ORDER: readonly QuestionKind[] = [...PART_KINDS_IN_ORDER, "group", "essay"];
