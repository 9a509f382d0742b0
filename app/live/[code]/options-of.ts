import type { ShownBody } from "#domain/papers/presentation.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";

/** The options of a question that a room is asked, in the order everybody sees; a judgement has two. */
export function optionsOf(body: ShownBody, words: Readonly<{ true: string; false: string }>): readonly string[] {
  if (body.kind === "truefalse") return [words.true, words.false];
  return "options" in body ? body.options : [];
}

/** The places somebody chose. */
export function chosenOf(response: Response): readonly number[] {
  if (response === null) return [];
  if ("truth" in response) return [response.truth ? 0 : 1];
  return "picks" in response ? response.picks : [];
}

/** The places that are right. */
export function rightOf(key: QuestionKey): readonly number[] {
  if (key.kind === "truefalse") return [key.correct ? 0 : 1];
  return "correct" in key ? [key.correct].flat() : [];
}

/** A response that chooses these places. */
export const responseOf = (body: ShownBody, places: readonly number[]): Response =>
  body.kind === "truefalse" ? { truth: places[0] === 0 } : { picks: [...places] };
