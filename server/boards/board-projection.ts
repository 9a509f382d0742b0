import { z } from "zod";
import type { ContestRules } from "#domain/contests/rules.ts";

/** A place on a person board as the public may see it. No id: an anonymous board must not be joined with a named one. */
export const publicPlaceSchema = z.object({
  rank: z.number(),
  name: z.string().nullable(),
  branchName: z.string().nullable(),
  scoreMilli: z.number(),
  rightCount: z.number(),
  totalMs: z.number(),
  /** Of how many days the result is made, in a format of days (D4.2). */
  days: z.number().optional(),
});
export type PublicPlace = z.output<typeof publicPlaceSchema>;

/** What a board knows of a place before the printed rules take away names. */
export type BoardPlace = Omit<PublicPlace, "name" | "branchName"> & { name: string; branchName: string };

/** A place with just the names that the contest's rules print. Page, stream and export go through here. */
export function publicPlace(place: BoardPlace, names: ContestRules["board"]["names"]): PublicPlace {
  const { rank, scoreMilli, rightCount, totalMs, days = 0 } = place;
  return {
    rank,
    name: names === "names" ? place.name : null,
    branchName: names === "anonymous" ? null : place.branchName,
    scoreMilli,
    rightCount,
    totalMs,
    ...(days > 0 && { days }),
  };
}
