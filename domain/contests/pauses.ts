import type { ClockSettings } from "#domain/attempts/clock.ts";

/** A stretch in which a clock stands still. Half-open, as every interval here. */
export type Pause = Readonly<{ startsAt: Date; endsAt: Date }>;

/** How long the clock stood, or will stand, after `since`: what two pauses cover together counts once. */
export function pausedMs(pauses: readonly Pause[], since: Date): number {
  let sum = 0;
  let reached = since.getTime();
  for (const { startsAt, endsAt } of pauses.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const from = Math.max(reached, startsAt.getTime());
    sum += Math.max(0, endsAt.getTime() - from);
    reached = Math.max(reached, endsAt.getTime());
  }
  return sum;
}

/**
 * A clock with the pauses that reach its person: the close moves by all of them, the limit by those since the start. So who was answering
 * loses nothing, and who comes later has the whole limit and no more.
 */
export function pausedClock(
  settings: ClockSettings,
  pauses: readonly Pause[],
  { opensAt, startedAt }: { opensAt: Date; startedAt: Date },
): ClockSettings {
  const { limitMs, closesAt } = settings;
  return {
    ...settings,
    limitMs: limitMs === null ? null : limitMs + pausedMs(pauses, startedAt),
    closesAt: closesAt === null ? null : new Date(closesAt.getTime() + pausedMs(pauses, opensAt)),
  };
}

/** Until when it is paused now; null: it runs. */
export function pausedUntil(pauses: readonly Pause[], now: Date): Date | null {
  const running = pauses.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt).map(({ endsAt }) => endsAt.getTime());
  return running.length === 0 ? null : new Date(Math.max(...running));
}
