import { fillShare } from "./fill-share.ts";
import type { MultipleMode, QuestionBody, QuestionKey, Response } from "./question.ts";
import { allOrNothing, meanShare, NOTHING, ofPercent, type Share } from "./share.ts";
import { numericShare, shortShare } from "./typed-share.ts";

/** A mark in milli-points, and whether the answer was wholly right. */
export type Mark = { readonly milli: number; readonly right: boolean };

type KeyOf<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

function multipleShare(correct: readonly number[], picks: readonly number[], mode: MultipleMode): Share {
  const wanted = new Set(correct);
  const chosen = new Set(picks);
  const hits = [...chosen].filter((place) => wanted.has(place)).length;
  const wrong = chosen.size - hits;
  const whole = wrong === 0 && hits === wanted.size;
  switch (mode) {
    case "all_or_nothing":
      return allOrNothing(whole);
    case "partial_no_wrong":
      return wrong > 0 ? NOTHING : { gained: hits, of: wanted.size };
    case "half_if_missing":
      if (whole) return allOrNothing(true);
      return wrong === 0 && hits > 0 ? { gained: 1, of: 2 } : NOTHING;
    case "per_option":
      return { gained: Math.max(0, hits - wrong), of: wanted.size };
  }
}

/** Σ of the chosen options' own weights, within 0 and 100 (D2, custom weights). */
const weightedShare = (weights: readonly number[], picks: readonly number[]): Share =>
  ofPercent([...new Set(picks)].reduce((sum, place) => sum + (weights[place] ?? 0), 0));

function choiceShare(key: KeyOf<"single" | "multiple" | "indefinite">, picks: readonly number[], mode: MultipleMode): Share {
  if (key.kind === "single" && picks.length !== 1) return NOTHING;
  if (key.weights) return weightedShare(key.weights, picks);
  return key.kind === "single" ? allOrNothing(picks[0] === key.correct) : multipleShare(key.correct, picks, mode);
}

function orderingShare(key: KeyOf<"ordering">, order: readonly number[]): Share {
  if (!key.adjacentPairs) return allOrNothing(order.length === key.order.length && order.every((place, at) => place === key.order[at]));
  const follower = new Map(key.order.slice(1).map((place, at) => [key.order[at], place]));
  const pairs = order.slice(1).filter((place, at) => follower.get(order[at] ?? -1) === place);
  return { gained: pairs.length, of: key.order.length - 1 };
}

/** The share of the worth that a response earns. A response of another kind earns nothing, as no answer does; an essay is marked by people. */
function shareOf(key: QuestionKey, response: Response, mode: MultipleMode): Share {
  if (response === null) return NOTHING;
  if ((key.kind === "single" || key.kind === "multiple" || key.kind === "indefinite") && "picks" in response)
    return choiceShare(key, response.picks, mode);
  if (key.kind === "truefalse" && "truth" in response) return allOrNothing(response.truth === key.correct);
  if (key.kind === "fill" && "texts" in response) return fillShare(key, response.texts);
  if (key.kind === "ordering" && "order" in response) return orderingShare(key, response.order);
  if (key.kind === "matching" && "pairs" in response)
    return { gained: key.pairs.filter((place, left) => response.pairs[left] === place).length, of: key.pairs.length };
  if (key.kind === "numeric" && "text" in response) return numericShare(key, response.text);
  if (key.kind === "short" && "text" in response) return shortShare(key, response.text);
  if (key.kind === "group" && "parts" in response)
    return meanShare(key.parts.map((part, at) => shareOf(part, response.parts[at] ?? null, mode)));
  return NOTHING;
}

/**
 * The mark of one answer (D2), from 0 to `worth` milli-points, half-up. `response` has the author's places (authoredResponse);
 * `mode` is the contest's way of marking multiple choices. Throws when the key is not that of the body: a fault of ours.
 */
export function markOf(answer: {
  body: Pick<QuestionBody, "kind">;
  key: QuestionKey;
  response: Response;
  worth: number;
  mode: MultipleMode;
}): Mark {
  const { body, key, response, worth, mode } = answer;
  if (body.kind !== key.kind) throw new Error(`a ${body.kind} question has the key of a ${key.kind}`);
  const { gained, of } = shareOf(key, response, mode);
  // Products of a group's shares pass what a double holds exactly: BigInt keeps half-up half-up.
  const milli = Number((2n * BigInt(worth) * BigInt(gained) + BigInt(of)) / (2n * BigInt(of)));
  return { milli, right: gained === of };
}
