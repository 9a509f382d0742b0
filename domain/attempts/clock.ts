/** The clock of an attempt before it starts: what the contest, its branches and its people say together. */
export type ClockSettings = { readonly limitMs: number | null; readonly closesAt: Date | null; readonly extensionMs: number };

/** An exception to the printed clock. Null, or an extension of nothing, says nothing about that field. */
export type ClockOverride = { readonly limitMs: number | null; readonly closesAt: Date | null; readonly extensionMs: number };

/** An attempt's clock; a null term is no bound. */
export type AttemptClock = ClockSettings & { readonly startedAt: Date };

type Said = { limitMs?: number; closesAt?: Date; extensionMs?: number };

/** Of several overrides of one level the most generous, field by field. */
function generous(overrides: readonly ClockOverride[]): Said {
  const said: Said = {};
  for (const { limitMs, closesAt, extensionMs } of overrides) {
    if (limitMs !== null) said.limitMs = Math.max(limitMs, said.limitMs ?? 0);
    if (closesAt !== null && (said.closesAt === undefined || closesAt > said.closesAt)) said.closesAt = closesAt;
    if (extensionMs !== 0) said.extensionMs = Math.max(extensionMs, said.extensionMs ?? 0);
  }
  return said;
}

/**
 * D1: the contest's settings, then what branches (or everybody) were given, then what this person was given; the most specific
 * wins, field by field. `timePercent` is the personal factor of D16 (150 is half as long again; null is without limit): it
 * stretches the limit, unless the person was given a limit of their own, which is meant as it stands.
 */
export function effectiveSettings(
  contest: { readonly limitMs: number | null; readonly closesAt: Date | null },
  shared: readonly ClockOverride[],
  own: readonly ClockOverride[],
  timePercent: number | null = 100,
): ClockSettings {
  const forMany = generous(shared);
  const forOne = generous(own);
  const printed = forMany.limitMs ?? contest.limitMs;
  const stretched = printed === null || timePercent === null ? null : Math.ceil((printed * timePercent) / 100);
  return {
    limitMs: forOne.limitMs ?? stretched,
    closesAt: forOne.closesAt ?? forMany.closesAt ?? contest.closesAt,
    extensionMs: forOne.extensionMs ?? forMany.extensionMs ?? 0,
  };
}

/**
 * When an attempt is due: min(start + limit, close), each with the extension (D1, I5). THE one place where this is computed.
 * Null when nothing bounds it.
 */
export function dueOf(clock: AttemptClock & ({ readonly limitMs: number } | { readonly closesAt: Date })): Date;
export function dueOf(clock: AttemptClock): Date | null;
export function dueOf({ startedAt, limitMs, closesAt, extensionMs }: AttemptClock): Date | null {
  const byLimit = limitMs === null ? Number.POSITIVE_INFINITY : startedAt.getTime() + limitMs;
  const byClose = closesAt === null ? Number.POSITIVE_INFINITY : closesAt.getTime();
  const due = Math.min(byLimit, byClose) + extensionMs;
  return Number.isFinite(due) ? new Date(due) : null;
}

/** Due plus the network allowance: from this instant on nothing counts, and the worker ends the attempt (D1). */
export const endsAt = (due: Date, allowanceMs: number): Date => new Date(due.getTime() + allowanceMs);

/** Whether what the server received at `receivedAt` counts: intervals are half-open, so the end itself is too late. */
export const inTime = (receivedAt: Date, due: Date | null, allowanceMs: number): boolean =>
  due === null || receivedAt.getTime() < due.getTime() + allowanceMs;

/** The finishing time of an attempt ended at `at`: never after it was due (D1), so the allowance is no time won. */
export const finishedAtOf = (at: Date, due: Date | null): Date => (due !== null && at > due ? due : at);

/** The least time that a shortened running attempt keeps unless the organizer confirms (D1). */
export const SHORTENED_KEEPS_MS = 60_000;

/** The new due of a running attempt after its settings changed. Without confirmation, shortening leaves at least a minute from `now`. */
export function movedDue(change: { readonly current: Date; readonly next: Date; readonly now: Date; readonly confirmed: boolean }): Date {
  const { current, next, now, confirmed } = change;
  if (confirmed || next >= current) return next;
  const kept = new Date(now.getTime() + SHORTENED_KEEPS_MS);
  if (next >= kept) return next;
  return kept < current ? kept : current;
}
