import { type AttemptState, hasEnded } from "#domain/attempts/attempt-states.ts";
import type { ContestRules, REVIEW_MOMENTS } from "./rules.ts";

export type ContestPhase = "draft" | "announced" | "lobby" | "open" | "closing" | "closed" | "published" | "cancelled";

/** What the phase of a contest depends on. `lastEndsAt`: the last instant at which anybody may still be answering, allowance included. */
export type PhasedContest = {
  readonly publishedAt: Date | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly lastEndsAt: Date;
  readonly resultsAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly lobbyMs: number;
};

const reached = (moment: Date | null, now: Date) => moment !== null && moment <= now;

/**
 * Where a contest stands at `now`. Half-open, [open, close): at the very close it is closing. `closing`: the window is shut but an
 * extension or the allowance still runs for somebody; `published`: a person has published the results.
 */
export function phaseOf(contest: PhasedContest, now: Date): ContestPhase {
  if (reached(contest.cancelledAt, now)) return "cancelled";
  if (!reached(contest.publishedAt, now)) return "draft";
  if (reached(contest.resultsAt, now)) return "published";
  if (now < contest.opensAt) return now.getTime() < contest.opensAt.getTime() - contest.lobbyMs ? "announced" : "lobby";
  if (now < contest.closesAt) return "open";
  return now < contest.lastEndsAt ? "closing" : "closed";
}

/** Nobody answers any more and nothing will start. */
const isOver = (phase: ContestPhase) => phase === "closed" || phase === "published";

type ReviewMoment = (typeof REVIEW_MOMENTS)[number];

/**
 * Whether a member may now see this part (score, answers or keys) of an own attempt, by the moment the rules name for it.
 * Never during the attempt; `closed` waits for the last extension, so that nobody's keys reach somebody who is still answering.
 */
export function reviewAllowed(moment: ReviewMoment, at: { attempt: { state: AttemptState }; contest: PhasedContest; now: Date }): boolean {
  const phase = phaseOf(at.contest, at.now);
  if (!hasEnded(at.attempt.state) || phase === "cancelled" || phase === "draft") return false;
  switch (moment) {
    case "submitted":
      return true;
    case "closed":
      return isOver(phase);
    case "published":
      return phase === "published";
    case "never":
      return false;
  }
}

/**
 * Whether the printed rules show the public board at `now` (D5). What it is made of, of now or of the freeze, is `publicCutOf` (D6): until
 * a frozen board is released no results are published.
 */
export function boardMoves(moves: ContestRules["board"]["moves"], at: { contest: PhasedContest; now: Date }): boolean {
  const phase = phaseOf(at.contest, at.now);
  if (phase === "published") return true;
  if (phase === "draft" || phase === "cancelled" || moves === "published") return false;
  return moves === "hand-in" || phase === "closed";
}
