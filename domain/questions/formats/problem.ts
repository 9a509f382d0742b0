import type { RowProblem, Said } from "#domain/questions/parsed-file.ts";

/** What a file can be wrong about besides what `problemsOf` finds in a finished question; each is a sentence of `questionFiles.problems`. */
export const FILE_PROBLEMS = [
  "answer-beyond",
  "answer-form-left-out",
  "answer-from-stem",
  "answer-missing",
  "answer-not-understood",
  "answer-repeats",
  "answers-differ",
  "bad-characters",
  "blanks-share-evenly",
  "braces-unbalanced",
  "category-unreadable",
  "cloze-unreadable",
  "column-missing",
  "column-twice",
  "description-skipped",
  "difficulty-unknown",
  "feedback-beyond",
  "field-unreadable",
  "file-without-questions",
  "format-unknown",
  "group-empty",
  "group-without-material",
  "hints-left-out",
  "key-range-odd",
  "key-unreadable",
  "key-without-question",
  "kind-skipped",
  "kind-unknown",
  "left-out",
  "marking-unknown",
  "medium-kind",
  "medium-missing",
  "medium-too-large",
  "number-unreadable",
  "one-answer-only",
  "option-empty",
  "option-gap",
  "pair-unreadable",
  "picture-damaged",
  "picture-elsewhere",
  "picture-too-large",
  "pictures-unreadable",
  "pin-unknown",
  "remark-unreadable",
  "replies-left-out",
  "short-became-essay",
  "stem-missing",
  "too-few",
  "too-long",
  "too-many",
  "too-many-questions",
  "weight-unreadable",
  "weights-shared",
  "worth-unknown",
  "xml-broken",
  "zero-answers-left-out",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** What would help: sentences of `questionFiles.suggestions`. */
export const SUGGESTIONS = [
  "answer-as-letters",
  "answer-as-numbers",
  "answer-as-pairs",
  "answer-in-brackets",
  "answer-within",
  "close-brace",
  "keep-one-answer",
  "kind-is-one-of",
  "make-it-multiple",
  "mark-blanks",
  "pin-last",
  "save-without-medium",
  "shorten",
  "use-template",
  "weights-to-whole",
] as const;

export type Place = Pick<RowProblem, "column" | "line">;
type More = Place & { suggestion?: { code: (typeof SUGGESTIONS)[number]; params?: Said["params"] } };

const told =
  (severity: RowProblem["severity"]) =>
  (code: FileProblem, params: Said["params"] = {}, { suggestion, ...place }: More = {}): RowProblem => ({
    severity,
    code,
    params,
    ...place,
    ...(suggestion && { suggestion: { params: {}, ...suggestion } }),
  });

/** Something to mend before the question can be taken. */
export const wrong = told("error");
/** Something to look at. */
export const doubtful = told("warning");
