import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";
import { rulings } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { kindOf } from "#domain/contests/format.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { type QuestionKey, type Response, responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { keyOfAnswer } from "#domain/rulings/key-of-answer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { refuseUnlessOver } from "./find-ruling.ts";

/** An answer as JSON, or as a form's hidden field says it. */
const answerSchema = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}, responseSchema.default(null));

/** The key that the given answer is the right one to. It comes in the author's order: the form shows the question unshuffled. */
async function keyOf(tx: Tx, contestId: number, versionId: number, answer: Response): Promise<QuestionKey> {
  const [asked] = await tx
    .select({ body: questionVersions.body, key: questionKeys.key })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(eq(questionVersions.id, versionId));
  if (!asked) throw new Error(`version ${versionId} of contest ${contestId} is gone`);
  return keyOfAnswer(asked.body, asked.key, authoredResponse(answer, asked.body, presentationOf(asked.body, "", 0, false)));
}

/** Proposes what shall be done about a question of a contest that is over (D7). Nothing changes until somebody else has approved it. */
export const proposeRuling = command({
  at: "POST /api/desk/contests/:slug/rulings",
  input: z.strictObject({
    slug: z.string().max(80),
    versionId: idSchema,
    kind: z.enum(["void_full", "void_exclude", "accept_also", "change_key"]),
    reason: lineSchema(300),
    answer: answerSchema,
  }),
  output: z.object({ id: z.number() }),
  refusals: ["not-closed-yet", "ruling-not-asked", "ruling-open", "ruling-answer-incomplete", "answer-shape", "levels-stay-whole"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, { versionId, kind, reason, answer }, context) {
    const { viewer, now } = context;
    refuseUnlessOver(contest, now);
    // Without one of its questions a level is another level: its gate, its last question and every row would be others.
    if (kind === "void_exclude" && kindOf(contest.rules) === "levels") throw new Refusal("levels-stay-whole");
    const asked = await tx.execute(sql`select 1 from contest_pool where contest_id = ${contest.id} and version_id = ${versionId}`);
    if (asked.rows.length === 0) throw new Refusal("ruling-not-asked");
    const open = await tx
      .select({ id: rulings.id })
      .from(rulings)
      .where(and(eq(rulings.contestId, contest.id), eq(rulings.versionId, versionId), inArray(rulings.state, ["proposed", "approved"])));
    if (open.length > 0) throw new Refusal("ruling-open");
    const change = kind === "accept_also" || kind === "change_key" ? await keyOf(tx, contest.id, versionId, answer) : null;
    const [made] = await tx
      .insert(rulings)
      .values({ contestId: contest.id, versionId, kind, change, reason, proposedBy: viewer.personId, proposedAt: now })
      .returning({ id: rulings.id });
    const id = made?.id ?? 0;
    // The ledger is read by people who may not see keys: the kind and the question, not the answer (TA12).
    await writeAudit(tx, {
      ...{ context, action: "ruling.propose", object: "ruling", objectId: id, branchId: contest.branchId },
      ...{ after: { contest: contest.title, kind, versionId }, reason },
    });
    return { id };
  },
});
