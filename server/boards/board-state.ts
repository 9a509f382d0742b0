import { can } from "#domain/access.ts";
import { viewOf } from "#domain/boards/near-view.ts";
import { boardMoves, phaseOf } from "#domain/contests/phase.ts";
import type { Member } from "#domain/people/viewer.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

/** Whether a viewer may see the board now, and how much of it: organizers all of it, members what the printed rules open (D5). */
export function boardStateOf(contest: ContestSubject, viewer: Member, now: Date) {
  const phased = phasedContest(contest);
  const runs = can.runContest(viewer, contest);
  const open = boardMoves(contest.rules.board.moves, { finishedAt: now, contest: phased, now });
  // Who runs the contest sees all of it, whatever members see.
  const view = runs ? ("full" as const) : viewOf(contest.rules.board);
  return { phase: phaseOf(phased, now), shown: open || runs, runs, view, places: runs ? null : contest.rules.board.places };
}
