import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { lockQuestion } from "#server/questions/find-question.ts";
import { command } from "#server/verb.ts";
import { closeReports } from "./close-reports.ts";

async function lockReported(tx: Tx, versionId: number) {
  const [version] = await tx
    .select({ questionId: questionVersions.questionId })
    .from(questionVersions)
    .where(eq(questionVersions.id, versionId));
  return version && lockQuestion(tx, version.questionId);
}

/** The bank answers what was reported about a wording, all of it with one sentence that every reporter reads: accepted, or not and why. */
export const answerReports = command({
  at: "POST /api/desk/question-reports/:id/answer",
  input: z.strictObject({
    /** The version that was reported. */
    id: idSchema,
    verdict: z.enum(["accepted", "declined"]),
    reply: lineSchema(300),
  }),
  output: z.object({ answered: z.number() }),
  refusals: ["report-not-open"],
  door: "desk",
  load: (tx, { id }) => lockReported(tx, id),
  may: can.editQuestion,
  async run(tx, question, { id, verdict: state, reply }, context) {
    const { viewer, now } = context;
    const answered = await closeReports(tx, sql`r.version_id = ${id}`, { state, reply, rulingId: null, by: viewer.personId, now });
    if (answered === 0) throw new Refusal("report-not-open");
    await writeAudit(tx, {
      ...{ context, action: "question.report-answer", object: "question", objectId: question.id, branchId: question.branchId },
      ...{ after: { verdict: state, reports: answered }, reason: reply },
    });
    return { answered };
  },
});
