import type { QuestionKind } from "#domain/questions/question.ts";

/** Every kind, the commonest first. Spelled out here so that the browser need not load the bank's schemas. */
export const QUESTION_KINDS_IN_ORDER: readonly QuestionKind[] = ["single", "multiple", "truefalse", "fill", "ordering", "matching"];
