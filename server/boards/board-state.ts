import { z } from "zod";
import { can } from "#domain/access.ts";
import { type BoardCut, isFrozen, publicCutOf } from "#domain/boards/freeze.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { boardMoves, phaseOf } from "#domain/contests/phase.ts";
import type { Member } from "#domain/people/viewer.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

/** What every board says of its freeze. `showsTruth`: the rows are those of now, which during a freeze only an organizer reads. */
export const freezeSchema = z.object({
  isFrozen: z.boolean(),
  showsTruth: z.boolean(),
  mayChoose: z.boolean(),
});

/** What an organizer asks to look at: the true board, or the one the public sees. Nobody else's wish is heard. */
export const BOARD_WISHES = ["true", "public"] as const;
type Wish = (typeof BOARD_WISHES)[number];

/**
 * Whether a viewer may see the board now, how much of it, and as of when: organizers all of it and the truth, members what the printed rules
 * open (D5), and from the freeze on S_f alone (D6).
 */
export function boardStateOf(contest: ContestSubject, viewer: Member, now: Date, wish: Wish = "true") {
  const phased = phasedContest(contest);
  const runs = can.runContest(viewer, contest);
  const frozen = isFrozen(contest, now);
  const seesTruth = runs && (wish === "true" || !frozen);
  const cut: BoardCut = seesTruth ? "now" : publicCutOf(contest, now);
  const open = boardMoves(contest.rules.board.moves, { contest: phased, now });
  return {
    phase: phaseOf(phased, now),
    // While S_f is being stored nobody is shown anything: what was handed in after the freeze must not be told from it.
    shown: (open || runs) && cut !== "none",
    runs,
    view: runs ? ("full" as const) : viewOf(contest.rules.board),
    places: runs ? null : contest.rules.board.places,
    cut,
    freeze: { isFrozen: frozen, showsTruth: cut === "now", mayChoose: runs && frozen },
  };
}
