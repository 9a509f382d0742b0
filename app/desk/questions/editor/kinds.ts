import type { QuestionKind } from "#domain/questions/question.ts";

/** Every kind, the commonest first. Spelled out here so that the browser need not load the bank's schemas. */
export const QUESTION_KINDS_IN_ORDER = ["single", "multiple", "indefinite", "truefalse", "fill", "ordering", "matching"] as const;
export type EditorKind = (typeof QUESTION_KINDS_IN_ORDER)[number];

/** Whether the editor can write this kind. */
export const isEditorKind = (kind: QuestionKind): kind is EditorKind => (QUESTION_KINDS_IN_ORDER as readonly string[]).includes(kind);
