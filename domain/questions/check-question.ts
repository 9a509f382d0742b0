import { normalised } from "./normalise.ts";
import { optionReferenceOf } from "./option-reference.ts";
import { BLANK, type ChoiceKind, type QuestionBody, type QuestionKey } from "./question.ts";

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

type Choice = Extract<QuestionBody, { kind: ChoiceKind }>;
type ChoiceKey = Extract<QuestionKey, { kind: ChoiceKind }>;
type BodyOf<Kind extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: Kind }>;
type KeyOf<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

const error = (field: string, code: QuestionProblem["code"], params: QuestionProblem["params"] = {}): QuestionProblem => ({
  severity: "error",
  field,
  code,
  params,
});
const warning = (field: string, code: QuestionProblem["code"], params: QuestionProblem["params"] = {}): QuestionProblem => ({
  severity: "warning",
  field,
  code,
  params,
});

/** Texts of a list that a reader could not tell from an earlier one. */
function repeats(field: string, texts: readonly string[]): QuestionProblem[] {
  const seen = new Map<string, number>();
  return texts.flatMap((text, place) => {
    const before = seen.get(normalised(text));
    if (before === undefined) seen.set(normalised(text), place);
    return before === undefined ? [] : [error(`${field}.${place}`, "repeated", { place: place + 1, like: before + 1 })];
  });
}

/** Options that speak of others and would lie once the others move: they need a pin, and so do those they name. */
function loose(options: Choice["options"]): QuestionProblem[] {
  return options.flatMap(({ text, pin }, place) => {
    const reference = optionReferenceOf(text);
    if (reference === null) return [];
    const held =
      reference.to === "all" ? pin !== undefined : [place, ...reference.places].every((named) => options[named]?.pin === "fixed");
    return held ? [] : [warning(`options.${place}`, "option-refers", { place: place + 1 })];
  });
}

/** Whether the positive weights come to 100 as thirds and sevenths do: 33.33333 three times. */
const isWhole = (sum: number) => Math.abs(sum - 100) < 0.01;

/** Weights must speak of every option, agree with what is called right, and be able to give the whole mark and no more. */
function weightProblems(body: Choice, key: ChoiceKey): QuestionProblem[] {
  const { weights } = key;
  if (!weights) return [];
  if (weights.length !== body.options.length) return [error("key", "weights-not-every-option", { places: body.options.length })];
  const correct = key.kind === "single" ? [key.correct] : key.correct;
  const best = key.kind === "single" ? Math.max(...weights) : weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const agrees =
    key.kind === "single" ? weights[key.correct] === best : weights.every((weight, place) => weight > 0 === correct.includes(place));
  return [
    ...(isWhole(best) ? [] : [error("key", "weights-not-whole", { sum: Math.round(best * 1_000) / 1_000 })]),
    ...(agrees ? [] : [error("key", "weights-against-key")]),
  ];
}

function choiceProblems(body: Choice, key: ChoiceKey): QuestionProblem[] {
  const { options } = body;
  const correct = key.kind === "single" ? [key.correct] : key.correct;
  return [
    ...weightProblems(body, key),
    ...(key.feedback && key.feedback.length !== options.length ? [error("key", "feedback-not-every-option")] : []),
    ...(correct.length === 0 ? [error("key", "key-empty")] : []),
    ...(new Set(correct).size < correct.length ? [error("key", "key-repeats")] : []),
    ...(correct.some((place) => place >= options.length) ? [error("key", "key-out-of-range", { places: options.length })] : []),
    ...(body.kind === "multiple" && new Set(correct).size === options.length ? [warning("key", "every-option-right")] : []),
    ...repeats(
      "options",
      options.map((option) => option.text),
    ),
    ...loose(options),
  ];
}

/** How many blanks a stem shows; a longer line is still one blank. */
export const blanksOf = (stem: string): number => stem.match(new RegExp(`${BLANK}_*`, "gu"))?.length ?? 0;

function fillProblems({ stem, blanks }: BodyOf<"fill">, key: KeyOf<"fill">): QuestionProblem[] {
  return [
    ...(blanksOf(stem) === blanks ? [] : [error("stem", "blanks-not-in-stem", { blanks, shown: blanksOf(stem) })]),
    ...(key.blanks.length === blanks ? [] : [error("key", "blanks-without-answer", { blanks, answered: key.blanks.length })]),
    ...key.blanks.flatMap((accepted, blank) =>
      accepted.flatMap((text, at) =>
        normalised(text) === "" ? [error(`key.blanks.${blank}.${at}`, "accepted-empty", { blank: blank + 1 })] : [],
      ),
    ),
  ];
}

function orderingProblems({ items }: BodyOf<"ordering">, { order }: KeyOf<"ordering">): QuestionProblem[] {
  const whole = order.length === items.length && new Set(order).size === items.length && order.every((place) => place < items.length);
  return [...(whole ? [] : [error("key", "key-not-every-item", { places: items.length })]), ...repeats("items", items)];
}

function matchingProblems({ lefts, rights }: BodyOf<"matching">, { pairs }: KeyOf<"matching">): QuestionProblem[] {
  return [
    ...(pairs.length === lefts.length ? [] : [error("key", "key-not-every-left", { places: lefts.length })]),
    ...(pairs.some((place) => place >= rights.length) ? [error("key", "key-out-of-range", { places: rights.length })] : []),
    ...repeats("lefts", lefts),
    ...repeats("rights", rights),
  ];
}

function shortProblems({ accepted, keywords }: KeyOf<"short">): QuestionProblem[] {
  const sum = keywords.reduce((all, point) => all + point.percent, 0);
  return [
    ...(accepted.length + keywords.length === 0 ? [error("key", "key-empty")] : []),
    ...(keywords.length > 0 && sum < 99.99 && !accepted.some(({ percent }) => percent === 100)
      ? [warning("key", "points-not-whole", { sum: Math.round(sum * 1_000) / 1_000 })]
      : []),
  ];
}

const numericProblems = ({ answers }: KeyOf<"numeric">): QuestionProblem[] =>
  answers.some(({ percent }) => percent === 100)
    ? []
    : [error("key", "weights-not-whole", { sum: Math.max(...answers.map((a) => a.percent)) })];

function groupProblems(body: BodyOf<"group">, key: KeyOf<"group">): QuestionProblem[] {
  if (body.parts.length !== key.parts.length) return [error("key", "kinds-differ", { body: body.parts.length, key: key.parts.length })];
  return body.parts.flatMap((part, at) =>
    problemsOf(part, key.parts[at] as QuestionKey).map((problem) => ({
      ...problem,
      field: /^key(\.|$)/u.test(problem.field) ? `key.parts.${at}${problem.field.slice(3)}` : `parts.${at}.${problem.field}`,
    })),
  );
}

/** What is wrong with a question although its shape is right. No error: it may be published; warnings are for the reviewer. */
export function problemsOf(body: QuestionBody, key: QuestionKey): QuestionProblem[] {
  if (body.kind !== key.kind) return [error("key", "kinds-differ", { body: body.kind, key: key.kind })];
  if ("options" in body && "correct" in key && key.kind !== "truefalse") return choiceProblems(body, key);
  if (body.kind === "fill" && key.kind === "fill") return fillProblems(body, key);
  if (body.kind === "ordering" && key.kind === "ordering") return orderingProblems(body, key);
  if (body.kind === "matching" && key.kind === "matching") return matchingProblems(body, key);
  if (key.kind === "numeric") return numericProblems(key);
  if (key.kind === "short") return shortProblems(key);
  if (key.kind === "essay") return key.guide.trim() === "" ? [warning("key", "guide-empty")] : [];
  if (body.kind === "group" && key.kind === "group") return groupProblems(body, key);
  return [];
}
