import type { ShownBody } from "#domain/papers/presentation.ts";
import type { ChoiceKind, PartResponse, Response } from "#domain/questions/question.ts";

/** An answer with nothing in it is no answer: the server keeps it as null, and so do we. Picks in rising order. */
export function normalResponse(response: Response): Response {
  if (response === null) return null;
  if ("picks" in response) return response.picks.length === 0 ? null : { picks: response.picks.toSorted((a, b) => a - b) };
  if ("texts" in response) return response.texts.every((text) => text.trim() === "") ? null : response;
  if ("order" in response) return response.order.length === 0 ? null : response;
  if ("pairs" in response) return response.pairs.every((right) => right === null) ? null : response;
  if ("text" in response) return response.text.trim() === "" ? null : response;
  if ("parts" in response) {
    const parts = response.parts.map((part) => normalResponse(part) as PartResponse);
    return parts.every((part) => part === null) ? null : { parts };
  }
  return response;
}

/** Whether two responses say the same. */
export function sameResponse(a: Response, b: Response): boolean {
  return JSON.stringify(normalResponse(a)) === JSON.stringify(normalResponse(b));
}

/** A question in the form that progress counts: a half-filled blank counts as answered, as it does on paper. */
export const isAnswered = (response: Response): boolean => normalResponse(response) !== null;

/** A pick of one option: a radio replaces, a checkbox turns on and off. */
export function picked(kind: ChoiceKind, response: Response, place: number): Response {
  if (kind === "single") return { picks: [place] };
  const picks = response && "picks" in response ? response.picks : [];
  return normalResponse({ picks: picks.includes(place) ? picks.filter((other) => other !== place) : [...picks, place] });
}

/** The text of blank `at` replaced. */
export function filled(blanks: number, response: Response, at: number, text: string): Response {
  const texts = response && "texts" in response ? response.texts : [];
  return { texts: Array.from({ length: blanks }, (_, blank) => (blank === at ? text : (texts[blank] ?? ""))) };
}

/** The order on the screen: the given one, else as shown. */
export function orderOf(items: number, response: Response): readonly number[] {
  return response && "order" in response && response.order.length === items
    ? response.order
    : Array.from({ length: items }, (_, place) => place);
}

/** The item that stands at `from` moved to `to`; places beyond the ends change nothing. */
export function movedItem(order: readonly number[], from: number, to: number): Response {
  const item = order[from];
  if (item === undefined || to < 0 || to >= order.length) return { order: [...order] };
  return { order: order.toSpliced(from, 1).toSpliced(to, 0, item) };
}

/** Left `at` matched with `right`, or with nothing. */
export function matched(lefts: number, response: Response, at: number, right: number | null): Response {
  const pairs = response && "pairs" in response ? response.pairs : [];
  return normalResponse({ pairs: Array.from({ length: lefts }, (_, left) => (left === at ? right : (pairs[left] ?? null))) });
}

/** Whether an answer says all that its question asks: every blank, every pair, an order. Half of it is not worth a try. */
export function isWhole(body: ShownBody, response: Response): boolean {
  if (normalResponse(response) === null || response === null) return false;
  if (body.kind === "fill") return "texts" in response && response.texts.every((text) => text.trim() !== "");
  if (body.kind === "matching") return "pairs" in response && response.pairs.every((right) => right !== null);
  if (body.kind === "group") return "parts" in response && body.parts.every((part, at) => isWhole(part, response.parts[at] ?? null));
  return true;
}

/** The answers to a group's questions, one for each; not yet answered: null. */
export function partsOfResponse(parts: number, response: Response): PartResponse[] {
  const own = response && "parts" in response ? response.parts : [];
  return Array.from({ length: parts }, (_, at) => own[at] ?? null);
}

/** The answer to question `at` of a group replaced. */
export const withPart = (parts: readonly PartResponse[], at: number, response: PartResponse): Response =>
  normalResponse({ parts: parts.with(at, response) });
