import { chanceOf, shuffled } from "#domain/chance.ts";

/** The places of presenters by lot, from 1. Whoever knows the seed draws the same again, in whatever order the presenters are listed. */
export function drawLot(presenters: readonly number[], seed: string): ReadonlyMap<number, number> {
  const listed = [...new Set(presenters)].sort((a, b) => a - b);
  return new Map(shuffled(listed, chanceOf(seed)).map((presenter, at) => [presenter, at + 1]));
}
