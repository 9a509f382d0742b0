import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { hallEvents, halls } from "#db/schema/halls.ts";
import type { HallEvent } from "#domain/halls/acts.ts";
import { effectsOf, judgeEvent, replay } from "#domain/halls/replay.ts";
import type { HallState } from "#domain/halls/state.ts";
import type { HallRow, Ledger } from "./find-hall.ts";

/** Judges one more line and writes it with what it changed; refuses what the state does not allow. The final must be locked. */
export async function appendEvent(
  tx: Tx,
  hall: HallRow,
  { setup, events }: Ledger,
  event: HallEvent,
  by: Readonly<{ personId: number; reason: string }>,
): Promise<HallState> {
  const after = judgeEvent(setup, events, event);
  const effects = effectsOf(setup, replay(setup, events), after);
  const { seq, atMs, kind, seat, us, instance, ...said } = { seat: null, us: null, instance: null, ...event };
  await tx.insert(hallEvents).values({
    ...{ hallId: hall.id, seq, kind, seat: seat ?? null, said, effects, us, instance, at: new Date(atMs) },
    ...{ versionId: after.item?.versionId ?? null, personId: by.personId, reason: by.reason },
  });
  await tx.update(halls).set({ seq, phase: after.phase }).where(eq(halls.id, hall.id));
  return after;
}
