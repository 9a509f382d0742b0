import { type Presentation, presentationOf } from "#domain/papers/presentation.ts";
import type { QuestionBody } from "#domain/questions/question.ts";

const MOST_KEPT = 1_000;
/** A game's questions never change: five thousand answers to one are shown and judged by the order made once. */
const kept = new Map<string, Presentation>();

/** The order in which a game shows the options of its question, to everybody the same: the big screen and the phones say A to one thing. */
export function gamePresentation(gameId: number, questionNo: number, body: QuestionBody): Presentation {
  const name = `${gameId} ${questionNo}`;
  const known = kept.get(name);
  if (known) return known;
  const made = presentationOf(body, `game/${gameId}`, questionNo, true);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(name, made);
  return made;
}
