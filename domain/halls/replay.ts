import { isRefusal, Refusal } from "#domain/refusal.ts";
import type { HallEvent } from "./acts.ts";
import { applyEvent } from "./apply.ts";
import { beginning, type HallState, type Setup, standingsOf } from "./state.ts";

/** Lines of the ledger that do not count: an undo takes back what it names, and an undo of an undo gives it back. */
export function takenBack(events: readonly HallEvent[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const event of events.toReversed()) if (event.kind === "undo" && !undone.has(event.seq)) undone.add(event.of);
  return undone;
}

/** The state that a ledger comes to: nothing else is kept anywhere. */
export function replay(setup: Setup, events: readonly HallEvent[]): HallState {
  const state = beginning(setup);
  const undone = takenBack(events);
  for (const event of events) if (!undone.has(event.seq)) applyEvent(setup, state, event);
  return state;
}

/** What one more line comes to. Something can be taken back that nothing later stands on. */
export function judgeEvent(setup: Setup, events: readonly HallEvent[], event: HallEvent): HallState {
  if (event.kind !== "undo") return replay(setup, [...events, event]);
  if (!events.some(({ seq }) => seq === event.of) || takenBack(events).has(event.of)) throw new Refusal("hall-nothing-to-undo");
  try {
    return replay(setup, [...events, event]);
  } catch (error) {
    throw isRefusal(error) ? new Refusal("hall-stands-on-it") : error;
  }
}

export type Effect = Readonly<{ seat: number; points: number; extra: number }>;

/** What a step changed of each side's score: the ledger's own figures. Their sum is the score, always. */
export function effectsOf(setup: Setup, before: HallState, after: HallState): Effect[] {
  const was = new Map(standingsOf(setup, before).map((standing) => [standing.seat, standing]));
  return standingsOf(setup, after)
    .map(({ seat, score, extra }) => ({ seat, points: score - (was.get(seat)?.score ?? 0), extra: extra - (was.get(seat)?.extra ?? 0) }))
    .filter(({ points, extra }) => points !== 0 || extra !== 0);
}

/** What the next undo would take back: the last line that still counts. */
export function lastThatCounts(events: readonly HallEvent[]): HallEvent | undefined {
  const undone = takenBack(events);
  return events.findLast((event) => event.kind !== "undo" && !undone.has(event.seq));
}
