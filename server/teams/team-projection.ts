import { z } from "zod";
import type { ContestRules } from "#domain/contests/rules.ts";
import type { TeamPlace } from "./list-team-places.ts";

/** A place on a team board as the public may see it. No id: an anonymous board must not be joined with a named one. */
export const publicTeamSchema = z.object({
  ...{ rank: z.number(), name: z.string().nullable(), branchName: z.string().nullable(), division: z.string().nullable() },
  ...{ scoreMilli: z.number(), rightCount: z.number(), totalMs: z.number(), lastScoringMs: z.number() },
  /** Why this place: of how many members how many have a result, and how many results are in the total. */
  ...{ members: z.number(), played: z.number(), counted: z.number() },
});
export type PublicTeam = z.output<typeof publicTeamSchema>;

/**
 * A team with just what the contest's rules print. A team's name is nobody's own, so a board of branches alone shows it; an anonymous one
 * shows it to nobody but the team. Page, stream, screen and file go through here.
 */
export function publicTeam(
  { rank, name, branchName, division, ...place }: TeamPlace,
  names: ContestRules["board"]["names"],
  isOwn = false,
): PublicTeam {
  const isOpen = names !== "anonymous" || isOwn;
  const { scoreMilli, rightCount, totalMs, lastScoringMs, members, played, counted } = place;
  return {
    ...{ rank, name: isOpen ? name : null, branchName: isOpen ? branchName : null, division },
    ...{ scoreMilli, rightCount, totalMs, lastScoringMs, members, played, counted },
  };
}
