import { choiceProblems, repeats } from "./choice-problems.ts";
import { normalised } from "./normalise.ts";
import { BLANK, type QuestionBody, type QuestionKey } from "./question.ts";
import { error, type QuestionProblem, warning } from "./question-problem.ts";

export type { QuestionProblem } from "./question-problem.ts";

type BodyOf<Kind extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: Kind }>;
type KeyOf<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

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
