import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { isWholeOnly, kindOf } from "#domain/contests/format.ts";
import { overriddenSlot } from "#domain/marking/override-mark.ts";
import type { QuestionKey } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { sumAnswersOf } from "#server/contests/recount-entries.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { correctContestPoints } from "#server/points/contest-points.ts";
import { refuseUnlessOver } from "#server/rulings/find-ruling.ts";
import { letFollow, lockMarks } from "#server/rulings/let-follow.ts";
import { type RuledAttempt, readRuledAttempts } from "#server/rulings/read-slots.ts";
import { tellAffected } from "#server/rulings/tell-affected.ts";
import { changesOf, writeLedger } from "#server/rulings/write-ledger.ts";
import { askForStatistics } from "#server/statistics/compute-statistics-job.ts";
import { command } from "#server/verb.ts";

type Found = RuledAttempt & Readonly<{ personId: number; versionId: number; kind: QuestionKey["kind"] }>;

/** The finished paper of this contest with the place, and what is asked there. */
async function findPlace(tx: Tx, contestId: number, attemptId: number, slot: number): Promise<Found> {
  const { rows } = await tx.execute<{ person_id: string; version_id: string; kind: QuestionKey["kind"] }>(sql`
    select a.person_id, v.id as version_id, v.kind from attempts a join entries e on e.id = a.entry_id
      join answers n on n.attempt_id = a.id and n.slot = ${slot} and jsonb_typeof(n.response) = 'object'
      join question_versions v on v.id = a.version_ids[${slot}::int + 1]
    where a.id = ${attemptId} and e.contest_id = ${contestId}`);
  const row = rows[0];
  for await (const [attempt] of readRuledAttempts(tx, sql`a.id = ${attemptId}`))
    if (attempt && row) return { ...attempt, personId: Number(row.person_id), versionId: Number(row.version_id), kind: row.kind };
  throw new Refusal("not-found");
}

/**
 * Sets the mark of one short answer by hand where the keywords were unjust, with a reason its person reads: one more line of the ledger,
 * and everything follows as it does a ruling. Marked by nobody else's leave, and so with audit and only by who runs the contest.
 */
export const overrideMark = command({
  at: "POST /api/desk/contests/:slug/marks",
  input: z.strictObject({
    slug: z.string().max(80),
    attemptId: idSchema,
    slot: z.coerce.number().int().min(0).max(999),
    percent: z.coerce.number().int().min(0).max(100),
    reason: lineSchema(300),
  }),
  output: z.object({ milliBefore: z.number(), milliAfter: z.number(), moved: z.number() }),
  refusals: ["not-closed-yet", "override-only-short", "override-out", "override-own", "override-same", "override-whole"],
  door: "judge",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { attemptId, slot, percent, reason }, context) {
    const { viewer, now } = context;
    const by = viewer.personId;
    refuseUnlessOver(contest, now);
    if (isWholeOnly(kindOf(contest.rules)) && percent !== 0 && percent !== 100) throw new Refusal("override-whole");
    await lockMarks(tx, contest.id);
    const found = await findPlace(tx, contest.id, attemptId, slot);
    if (found.personId === by) throw new Refusal("override-own");
    const before = found.slots[slot];
    if (!before) throw new Refusal("not-found");
    const after = overriddenSlot(before, found.kind, percent);
    const { versionId, personId, entryId } = found;
    const effect = await letFollow(tx, { contest, versionId, personId, reason, by, now }, async () => {
      const marks = changesOf(
        found,
        found.slots.map((own, at) => (at === slot ? after : own)),
      );
      await writeLedger(tx, marks, { cause: "override", rulingId: null, reason, by, now });
      await sumAnswersOf(tx, [attemptId]);
      return { papers: 1, entries: [entryId] };
    });
    await tellAffected(tx, { contest, cause: "override", dedupe: `${attemptId}.${slot} ${now.getTime()}` }, effect, now);
    await askForStatistics(tx, contest.id, now);
    const [milliBefore, milliAfter] = [before.milli, after.milli];
    await writeAudit(tx, {
      ...{ context, action: "contest.override-mark", object: "contest", objectId: contest.id, branchId: contest.branchId },
      ...{ before: { milli: milliBefore }, after: { attemptId, slot, milli: milliAfter, moved: effect.moved }, reason },
    });
    await correctContestPoints(tx, contest, `override ${attemptId}.${slot} ${now.getTime()}`, now);
    return { milliBefore, milliAfter, moved: effect.moved };
  },
});
