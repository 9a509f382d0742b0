import type { GameTeams } from "./rules.ts";

/** What a player has so far: points, and the time all right answers took together. */
export type Standing = Readonly<{ id: number; milli: number; right: number; rightMs: number }>;
export type Placed<S> = S & Readonly<{ place: number; gapMilli: number | null }>;

type Ranked = Readonly<{ milli: number; rightMs: number }>;

/** More points first, then less time over the right answers; equal in both is the same place. */
const compare = (a: Ranked, b: Ranked): number => b.milli - a.milli || a.rightMs - b.rightMs;

/** In order, with places 1-2-2-4 and what is missing to the next better points; null for whom nobody is before. */
export function placed<S extends Ranked>(standings: readonly S[]): Placed<S>[] {
  const sorted = [...standings].sort(compare);
  const found: Placed<S>[] = [];
  for (const [at, one] of sorted.entries()) {
    const before = found[at - 1];
    const isEqual = before !== undefined && compare(before, one) === 0;
    const place = isEqual ? before.place : at + 1;
    const gapMilli = before === undefined ? null : isEqual ? before.gapMilli : before.milli - one.milli;
    found.push({ ...one, place, gapMilli });
  }
  return found;
}

export type TeamStanding = Readonly<{ team: number; size: number; milli: number; rightMs: number }>;
type Member = Standing & Readonly<{ team: number | null }>;

const sumOf = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const meanOf = (values: readonly number[]): number => Math.floor((2 * sumOf(values) + values.length) / (2 * values.length));

/**
 * A team has the mean of its members (D3). With captains it has the sum of what was answered for it: nobody but the captain of the moment
 * could. One that nobody joined stands on no board.
 */
export function teamStandings(mode: GameTeams, teams: number, members: readonly Member[]): TeamStanding[] {
  if (mode === "none") return [];
  const reckoned = mode === "captain" ? sumOf : meanOf;
  return Array.from({ length: teams }, (_, team) => team).flatMap((team) => {
    const own = members.filter((member) => member.team === team);
    if (own.length === 0) return [];
    const [milli, rightMs] = [reckoned(own.map((one) => one.milli)), reckoned(own.map((one) => one.rightMs))];
    return [{ team, size: own.length, milli, rightMs }];
  });
}
