import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { findAttempt } from "./find-attempt.ts";
import { finishAttempt } from "./finish-attempt.ts";

/** Hands an attempt in. Whoever asks again, or comes after the clock ended it, is told the same. */
export const handIn = command({
  at: "POST /api/attempts/:id/hand-in",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({ state: z.string(), finishedAt: z.date() }),
  refusals: ["too-early-to-hand-in"],
  door: "judge",
  load: (tx, { id }) => findAttempt(tx, id),
  may: can.sitAttempt,
  async run(tx, attempt, { id }, { now }) {
    const earliest = attempt.startedAt.getTime() + attempt.rules.earliestHandInMs;
    if (attempt.state === "in_progress" && now.getTime() < earliest && now < attempt.dueAt) {
      throw new Refusal("too-early-to-hand-in", { at: new Date(earliest).toISOString() });
    }
    const ended = await finishAttempt(tx, id, now < attempt.endsAt ? "person" : "clock", now);
    if (!ended) throw new Refusal("not-found");
    return ended;
  },
});
