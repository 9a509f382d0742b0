import type { Mark } from "#domain/questions/mark.ts";
import type { Response } from "#domain/questions/question.ts";
import type { RuledSlot } from "./ruled-slots.ts";

/** One of several tries of a question, by the mark that counts now: the one that was told, or what a ruling made of it. */
export type Tried = Mark & Readonly<{ number: number; response: Response }>;

const isBetter = (one: Mark, other: Mark): boolean => one.milli > other.milli || (one.right && !other.right);

/** Of several tries, in their order, the best, and of equal ones the first: so in ICPC style the first right one. */
export const bestOf = (tries: readonly Tried[]): Tried | undefined =>
  tries.reduce<Tried | undefined>((best, one) => (best === undefined || isBetter(one, best) ? one : best), undefined);

/** A place of a paper as its tries make it. */
export function placeOfTries(versionId: number, worth: number, tries: readonly Tried[]): RuledSlot {
  const best = bestOf(tries);
  return {
    ...{ versionId, worth, tries, response: best?.response ?? null },
    ...{ milli: best?.milli ?? 0, right: best?.right ?? false, stands: best?.number ?? 0 },
  };
}

/** A mark given by hand is about the answer that stands; no other try comes in its stead. */
export const triesByHand = (tries: readonly Tried[], stands: number | undefined, { milli, right }: Mark): Tried[] =>
  tries.map((one) => (one.number === stands ? { ...one, milli, right } : { ...one, milli: 0, right: false }));
