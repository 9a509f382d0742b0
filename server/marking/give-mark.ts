import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { milliOf } from "#domain/marking/settle-marks.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";
import { sumAnswersOf } from "#server/contests/recount-entries.ts";
import { recountEntry } from "#server/contests/recount-entry.ts";
import { blankable, textSchema } from "#server/input-schemas.ts";
import { lockMarks } from "#server/rulings/let-follow.ts";
import { readRuledAttempts } from "#server/rulings/read-slots.ts";
import { changesOf, writeLedger } from "#server/rulings/write-ledger.ts";
import { command } from "#server/verb.ts";
import { findMarked } from "./find-marked.ts";
import { type Essay, isForMarker, readEssays } from "./read-essays.ts";

/** Writes what the marks of an essay come to into the ledger, and lets the counted result follow; nothing while more marks are wanted. */
async function settle(tx: Tx, { attemptId, slot, entryId, settled }: Essay, now: Date): Promise<void> {
  if (settled.state !== "settled") return;
  for await (const [attempt] of readRuledAttempts(tx, sql`a.id = ${attemptId}`)) {
    if (!attempt) continue;
    const after = attempt.slots.map(({ worth, milli, right }, place) =>
      place === slot ? { worth, milli: milliOf(settled.mark, worth), right: settled.mark === 10_000 } : { worth, milli, right },
    );
    // Who gave which mark stands in hand_marks, apart: whoever reads the ledger of an answer does not learn it.
    await writeLedger(tx, changesOf(attempt, after), { cause: "marking", rulingId: null, reason: "", by: null, now });
  }
  await sumAnswersOf(tx, [attemptId]);
  await recountEntry(tx, entryId, now);
}

/** Marks are given until results are out; from then on a ruling changes them. */
function refuseWhenOut(contest: ContestSubject, now: Date): void {
  if (phaseOf(phasedContest(contest), now) === "published") throw new Refusal("already-published-results");
}

/** A marker marks one answer. Marks too far apart call for one more by somebody else, and that one is final. */
export const giveMark = command({
  at: "POST /api/contests/:slug/marking",
  input: z.strictObject({
    slug: z.string().max(80),
    handle: z.string().regex(/^[0-9a-f]{20}$/),
    percent: z.coerce.number().int().min(0).max(100),
    comment: blankable(textSchema(1_000)),
  }),
  output: z.object({ state: z.enum(["waiting", "apart", "settled"]) }),
  refusals: ["already-published-results", "essay-not-waiting"],
  door: "judge",
  load: (tx, { slug }, { viewer }) => findMarked(tx, slug, viewer.personId),
  may: () => true,
  async run(tx, contest, { handle, percent, comment = "" }, { viewer, now }) {
    await lockMarks(tx, contest.id);
    refuseWhenOut(contest, now);
    const found = (await readEssays(tx, contest.id)).find((essay) => essay.handle === handle);
    if (!found || !isForMarker(found, viewer.personId)) throw new Refusal("essay-not-waiting");
    const { attemptId, slot, settled } = found;
    await tx.execute(sql`
      insert into hand_marks (attempt_id, slot, marker_id, mark, comment, is_final, marked_at)
      values (${attemptId}, ${slot}, ${viewer.personId}, ${percent * 100}, ${comment}, ${settled.state === "apart"}, ${now})`);
    const after = (await readEssays(tx, contest.id)).find((essay) => essay.handle === handle);
    if (!after) throw new Error("a marked answer is gone");
    await settle(tx, after, now);
    return { state: after.settled.state };
  },
});
