import { normalised } from "./normalise.ts";
import { optionReferenceOf } from "./option-reference.ts";
import type { ChoiceKind, QuestionBody, QuestionKey } from "./question.ts";
import { error, type QuestionProblem, warning } from "./question-problem.ts";

type Choice = Extract<QuestionBody, { kind: ChoiceKind }>;
type ChoiceKey = Extract<QuestionKey, { kind: ChoiceKind }>;

/** Texts of a list that a reader could not tell from an earlier one. */
export function repeats(field: string, texts: readonly string[]): QuestionProblem[] {
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

/** What is wrong with the options of a choice, its right ones and their weights. */
export function choiceProblems(body: Choice, key: ChoiceKey): QuestionProblem[] {
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
