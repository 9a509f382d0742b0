import type { PublicTeam } from "#server/teams/team-projection.ts";
import type { PublicPlace } from "./board-projection.ts";

/**
 * What a stream of a contest says (GET /api/streams/contests/:slug?ticket=…). On connecting all of it comes at once, so a reader who was
 * away has missed nothing (I21). Instants in ISO.
 */
export type LiveEvents = {
  /** Phase and what a person decided. `serverNow` sets the reader's clock. */
  contest: { phase: string; opensAt: string; closesAt: string; isFrozen: boolean; serverNow: string };
  /** The public board: the first places, and the first branches and teams when the contest ranks them. Only while the printed rules show it
   * (D5), and to readers whose ticket names no attempt: who is answering watches the clock. While it is frozen, S_f, said once (D6). */
  board: {
    asOf: string;
    total: number;
    isFrozen: boolean;
    places: PublicPlace[];
    branches: LiveBranch[] | null;
    /** The first teams, and how many have a place; null in a contest of persons. */
    teams: { total: number; places: PublicTeam[] } | null;
  };
  /** The clock of the own attempt, when it changed; `isHere`: this device answers it, or no other does. */
  time: { attemptId: number; state: string; dueAt: string; endsAt: string; isHere: boolean; serverNow: string };
  /** What the organizer told everybody, newest first; without who asked. */
  clarifications: { items: Told[] };
};

export type Told = Readonly<{ id: number; question: string; answer: string; answeredAt: string }>;

export type LiveBranch = Readonly<{
  branchId: number;
  name: string;
  rank: number;
  eligible: number;
  participants: number;
  rawMilli: number;
  adjustedMilli: number;
  shrunk: boolean;
}>;
