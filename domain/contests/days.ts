import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import type { DailyFormat } from "./format.ts";

/** The organisation keeps one clock, Asia/Shanghai, which has had no summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** The largest sum a stored result holds: two million points, twenty-four days of answering. */
const LARGEST = 2 ** 31 - 1;

const numberOf = (at: Date): number => Math.floor((at.getTime() + OFFSET_MS) / DAY_MS);
const startOf = (day: number): Date => new Date(day * DAY_MS - OFFSET_MS);

/** The day of a moment on the organisation's calendar, "2026-12-01": from midnight to midnight there. */
export const dayOf = (at: Date): string => new Date(numberOf(at) * DAY_MS).toISOString().slice(0, 10);

/** When the day of a moment began. */
export const dayStart = (at: Date): Date => startOf(numberOf(at));

/** When the day after it begins. */
export const nextDayStart = (at: Date): Date => startOf(numberOf(at) + 1);

/** How many days of the calendar a window [opens, closes) touches. */
export const daysOfWindow = (opensAt: Date, closesAt: Date): number => numberOf(new Date(closesAt.getTime() - 1)) - numberOf(opensAt) + 1;

type Tried = RankFields & { readonly startedAt: Date };
/** A day with what counts of it; `tries` were handed in. */
export type CountedDay = RankFields & { readonly day: string; readonly tries: number };

/** Without the number right, which D4.2 does not compare: of equal points the shorter time stands first. */
const ofDay = ({ scoreMilli, totalMs, lastScoringMs }: RankFields): RankFields => ({ scoreMilli, rightCount: 0, totalMs, lastScoringMs });

/** The best of each day, by days; a try belongs to the day on which it began, whenever it ended (D4.2). */
export function bestOfDays(tries: readonly Tried[]): CountedDay[] {
  const days = new Map<string, CountedDay>();
  for (const one of tries) {
    const day = dayOf(one.startedAt);
    const known = days.get(day);
    const best = known && compareRank(known, ofDay(one)) <= 0 ? known : ofDay(one);
    days.set(day, { ...best, day, tries: (known?.tries ?? 0) + 1 });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The days that count: all, or the best so many (of equal ones the earlier); in the order of the calendar. */
export function daysThatCount(days: readonly CountedDay[], { bestDays }: Pick<DailyFormat, "bestDays">): CountedDay[] {
  const best = days.toSorted((a, b) => compareRank(a, b) || (a.day < b.day ? -1 : 1)).slice(0, bestDays ?? days.length);
  return best.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The total over days (D4.2): points and times added; whoever came to it earlier stands first of those equal in both. */
export function totalOfDays(days: readonly CountedDay[]): RankFields & { readonly days: number } {
  const sum = (of: (day: CountedDay) => number) =>
    Math.min(
      LARGEST,
      days.reduce((total, day) => total + of(day), 0),
    );
  return {
    scoreMilli: sum(({ scoreMilli }) => scoreMilli),
    rightCount: 0,
    totalMs: sum(({ totalMs }) => totalMs),
    lastScoringMs: Math.max(0, ...days.map(({ lastScoringMs }) => lastScoringMs)),
    days: days.length,
  };
}
