/** Something to mend (`error`) or to look at (`warning`). `field` is a path into the form, such as `options.2`; `code` names a sentence. */
export type QuestionProblem = {
  readonly severity: "error" | "warning";
  readonly field: string;
  readonly code:
    | "kinds-differ"
    | "key-out-of-range"
    | "key-repeats"
    | "key-empty"
    | "key-not-every-item"
    | "key-not-every-left"
    | "blanks-not-in-stem"
    | "blanks-without-answer"
    | "accepted-empty"
    | "repeated"
    | "option-refers"
    | "every-option-right"
    | "weights-not-every-option"
    | "weights-not-whole"
    | "weights-against-key"
    | "feedback-not-every-option"
    | "points-not-whole"
    | "guide-empty";
  readonly params: Readonly<Record<string, string | number>>;
};

/** Something to mend. */
export const error = (field: string, code: QuestionProblem["code"], params: QuestionProblem["params"] = {}): QuestionProblem => ({
  severity: "error",
  field,
  code,
  params,
});
/** Something for the reviewer to look at. */
export const warning = (field: string, code: QuestionProblem["code"], params: QuestionProblem["params"] = {}): QuestionProblem => ({
  severity: "warning",
  field,
  code,
  params,
});
