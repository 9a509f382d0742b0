import { z } from "zod";
import { can } from "#domain/access.ts";
import { actSchema, needsReason } from "#domain/halls/acts.ts";
import { replay } from "#domain/halls/replay.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { appendEvent } from "./append-event.ts";
import { loadLedger, lockHall } from "./find-hall.ts";

/**
 * Whoever leads the final does the next thing. `acted`: the last line that they have seen; when another console was quicker, this one hears
 * that it has moved on and nothing happens twice.
 */
export const actInHall = command({
  at: "POST /api/desk/halls/:id/acts",
  input: z.strictObject({ id: idSchema, acted: z.int().min(0).max(100_000), act: actSchema, reason: reasonSchema }),
  output: z.object({ seq: z.number() }),
  refusals: [
    ...["already-moved-on", "hall-not-now", "hall-needs-reason", "hall-no-questions", "hall-no-such-value", "hall-not-its-turn"],
    ...["hall-other-side-answers", "hall-no-part", "hall-window-open", "hall-no-such-side"],
    ...["hall-nothing-to-rule", "hall-nothing-to-undo", "hall-stands-on-it"],
  ],
  door: "desk",
  load: (tx, { id }) => lockHall(tx, id),
  may: can.runContest,
  async run(tx, hall, { acted, act, reason }, { viewer, now }) {
    const ledger = await loadLedger(tx, hall);
    if (acted !== ledger.acted) throw new Refusal("already-moved-on");
    if (!reason && needsReason(ledger.setup, replay(ledger.setup, ledger.events), act.kind))
      throw fieldRefusal("reason", "hall-needs-reason");
    const seq = hall.seq + 1;
    await appendEvent(tx, hall, ledger, { ...act, seq, atMs: now.getTime() }, { personId: viewer.personId, reason: reason ?? "" });
    return { seq };
  },
});
