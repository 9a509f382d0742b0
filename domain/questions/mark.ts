import { normalised } from "./normalise.ts";
import type { MultipleMode, QuestionBody, QuestionKey, Response } from "./question.ts";

/** A mark in milli-points, and whether the answer was wholly right. */
export type Mark = { readonly milli: number; readonly right: boolean };

/** `gained` of `of` equal parts of the worth. Whole numbers, so that no float ever decides a mark. */
type Share = { readonly gained: number; readonly of: number };

type KeyOf<Kind extends QuestionKey["kind"]> = Extract<QuestionKey, { kind: Kind }>;

const NOTHING: Share = { gained: 0, of: 1 };
const allOrNothing = (right: boolean): Share => ({ gained: right ? 1 : 0, of: 1 });

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

/** The most blanks that can be served by different texts (Kuhn): with 乱序 two texts may never earn the same blank. */
function matchedBlanks(fits: readonly (readonly boolean[])[]): number {
  const holder = new Map<number, number>();
  const served = (blank: number, tried: Set<number>): boolean =>
    (fits[blank] ?? []).some((fit, text) => {
      if (!fit || tried.has(text)) return false;
      tried.add(text);
      const other = holder.get(text);
      if (other !== undefined && !served(other, tried)) return false;
      holder.set(text, blank);
      return true;
    });
  return fits.filter((_, blank) => served(blank, new Set())).length;
}

function fillShare(key: KeyOf<"fill">, texts: readonly string[]): Share {
  const typed = texts.map((text) => normalised(text, key.foldDigits));
  const accepts = (accepted: readonly string[], text: string | undefined) => {
    if (text === undefined) return false;
    const wanted = accepted.map((one) => normalised(one, key.foldDigits)).filter((one) => one !== "");
    return wanted.some((one) => (key.match === "contains" ? text.includes(one) : text === one));
  };
  const right = key.anyOrder
    ? matchedBlanks(key.blanks.map((accepted) => typed.map((text) => accepts(accepted, text))))
    : key.blanks.filter((accepted, blank) => accepts(accepted, typed[blank])).length;
  return key.allOrNothing ? allOrNothing(right === key.blanks.length) : { gained: right, of: key.blanks.length };
}

function orderingShare(key: KeyOf<"ordering">, order: readonly number[]): Share {
  if (!key.adjacentPairs) return allOrNothing(order.length === key.order.length && order.every((place, at) => place === key.order[at]));
  const follower = new Map(key.order.slice(1).map((place, at) => [key.order[at], place]));
  const pairs = order.slice(1).filter((place, at) => follower.get(order[at] ?? -1) === place);
  return { gained: pairs.length, of: key.order.length - 1 };
}

/** The share of the worth that a response earns. A response of another kind earns nothing, as no answer does. */
function shareOf(key: QuestionKey, response: Response, mode: MultipleMode): Share {
  if (response === null) return NOTHING;
  if (key.kind === "single" && "picks" in response) return allOrNothing(response.picks.length === 1 && response.picks[0] === key.correct);
  if (key.kind === "multiple" && "picks" in response) return multipleShare(key.correct, response.picks, mode);
  if (key.kind === "truefalse" && "truth" in response) return allOrNothing(response.truth === key.correct);
  if (key.kind === "fill" && "texts" in response) return fillShare(key, response.texts);
  if (key.kind === "ordering" && "order" in response) return orderingShare(key, response.order);
  if (key.kind === "matching" && "pairs" in response) {
    return { gained: key.pairs.filter((place, left) => response.pairs[left] === place).length, of: key.pairs.length };
  }
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
  return { milli: Math.floor((2 * worth * gained + of) / (2 * of)), right: gained === of };
}
