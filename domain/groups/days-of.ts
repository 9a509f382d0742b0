import { Refusal } from "#domain/refusal.ts";
import type { Recurrence } from "./recurrence.ts";
import { instantOf, isZone } from "./wall-clock.ts";

const DAY_MS = 86_400_000;
/** The most meetings a plan makes, and the longest it runs. */
export const MOST_DAYS = 200;
const LONGEST_DAYS = 731;

export type PlanDay = Readonly<{ day: string; startsAt: Date; endsAt: Date }>;

const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** ISO weekday: Monday is 1. Day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (number: number) => ((number + 3) % 7) + 1;
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Which of its weekday in its month a day is: from the front (1 …) and from the back (-1). */
function placesInMonth(number: number): number[] {
  const day = dayOf(number);
  const isLast = monthOf(dayOf(number + 7)) !== monthOf(day);
  return [Math.ceil(Number(day.slice(8)) / 7), ...(isLast ? [-1] : [])];
}

function isInRule(rule: Recurrence, number: number, first: number): boolean {
  if (!rule.weekdays.includes(weekdayOf(number))) return false;
  if (rule.every === "week") {
    const weekOf = (one: number) => Math.floor((one + 3) / 7);
    return (weekOf(number) - weekOf(first)) % rule.interval === 0;
  }
  const months = monthOf(dayOf(number)) - monthOf(dayOf(first));
  return months % rule.interval === 0 && placesInMonth(number).some((place) => rule.nth.includes(place));
}

function refuseWrongSpan(rule: Recurrence, startsOn: string, endsOn: string): void {
  if (!isZone(rule.zone)) throw new Refusal("unknown-zone", { field: "zone" });
  if (endsOn < startsOn) throw new Refusal("ends-before-it-starts", { field: "endsOn" });
  if (numberOf(endsOn) - numberOf(startsOn) >= LONGEST_DAYS) throw new Refusal("plan-too-long", { field: "endsOn" });
  const outside = rule.also.find((day) => day < startsOn || day > endsOn);
  if (outside) throw new Refusal("day-outside-plan", { field: "also", day: outside });
}

/**
 * The days of a plan in order, each from its start to its end: those of the rule and those in `also`, less those in `except`. The wall
 * clock of the rule's zone stays the same across summer time; a clock that exists twice or not at all that day is resolved by
 * `instantOf`. A week counts from its Monday, a month from its first; the interval counts from the plan's first day. Refused: a plan
 * over two years, without a day, or with more than 200.
 */
export function daysOf(rule: Recurrence, startsOn: string, endsOn: string): PlanDay[] {
  refuseWrongSpan(rule, startsOn, endsOn);
  const [first, last] = [numberOf(startsOn), numberOf(endsOn)];
  const days = new Set(rule.also);
  for (let number = first; number <= last; number += 1) if (isInRule(rule, number, first)) days.add(dayOf(number));
  for (const day of rule.except) days.delete(day);
  if (days.size === 0) throw new Refusal("plan-without-days", { field: "weekdays" });
  if (days.size > MOST_DAYS) throw new Refusal("plan-too-many-days", { field: "endsOn", count: days.size, most: MOST_DAYS });
  return [...days].sort().map((day) => {
    const startsAt = instantOf(day, rule.startClock, rule.zone);
    return { day, startsAt, endsAt: new Date(startsAt.getTime() + rule.minutes * 60_000) };
  });
}
