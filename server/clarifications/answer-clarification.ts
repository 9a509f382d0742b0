import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { liveChanges } from "#db/schema/contests.ts";
import { clarifications } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";

/** A question with its contest, held: two who answer at once are taken one after the other. */
async function lockClarification(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from clarifications where id = ${id} for update`);
  const { contestId, askedBy, answer } = clarifications;
  const [row] = await tx.select({ contestId, askedBy, answer }).from(clarifications).where(eq(clarifications.id, id));
  const contest = row && (await findContestById(tx, row.contestId));
  return contest && { ...row, contest, path: contest.path };
}

/** Answers a question of a contest: to who asked, who is told, or to all, whose open pages show it without the name. */
export const answerClarification = command({
  at: "POST /api/desk/clarifications/:id",
  input: z.strictObject({ id: idSchema, answer: textSchema(1_000), to: z.enum(["asker", "all"]) }),
  output: z.object({ id: z.number() }),
  refusals: ["already-answered"],
  door: "desk",
  load: (tx, { id }) => lockClarification(tx, id),
  may: can.runContest,
  async run(tx, asked, { id, answer, to }, context) {
    const { viewer, now } = context;
    if (asked.answer !== null) throw new Refusal("already-answered");
    const { contest } = asked;
    const isBroadcast = to === "all";
    await tx
      .update(clarifications)
      .set({ answer, isBroadcast, answeredBy: viewer.personId, answeredAt: now })
      .where(eq(clarifications.id, id));
    if (isBroadcast) await tx.insert(liveChanges).values({ contestId: contest.id, change: "clarification", changedAt: now });
    if (asked.askedBy !== null) {
      const told = { params: { title: contest.title }, path: `/contests/${contest.slug}#clarifications`, now };
      await giveNotice(tx, { ...told, personIds: [asked.askedBy], kind: "clarification-answered" });
    }
    await writeAudit(tx, {
      ...{ context, action: "clarification.answer", object: "contest", objectId: contest.id, branchId: contest.branchId },
      after: { clarification: id, to },
    });
    return { id };
  },
});
