import { and, count, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { questionReports } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { REPORT_REASONS } from "#domain/questions/report-reasons.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema, textSchema } from "#server/input-schemas.ts";
import { lockAnswers } from "#server/reviews/lock-answers.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { REPORTED_FROM, revealedVersion } from "./revealed-version.ts";

const A_DAY = 20;
const DAY_MS = 86_400_000;

/**
 * A member says what is wrong with a question whose answer was told (题目纠错, B9). While the bank has not answered, the same person
 * reports the same wording once and is told of that report; at most twenty in 24 hours.
 */
export const reportQuestion = command({
  at: "POST /api/question-reports",
  input: z.strictObject({
    from: z.enum(REPORTED_FROM),
    /** The attempt, the run of practice, or in the review the question. */
    id: idSchema,
    slot: z.coerce.number().int().min(0).max(999).default(0),
    reason: z.enum(REPORT_REASONS),
    note: blankable(textSchema(500)),
  }),
  output: z.object({ id: z.number(), isAgain: z.boolean() }),
  refusals: ["too-many", "report-needs-words"],
  door: "judge",
  load: async (tx, place, { viewer, now }) => {
    await lockAnswers(tx, viewer.personId);
    return revealedVersion(tx, viewer.personId, place, now);
  },
  may: can.beSignedIn,
  async run(tx, { versionId, contestId }, { reason, note = "" }, { viewer: { personId }, now }) {
    if (reason === "other" && note === "") throw fieldRefusal("note", "report-needs-words");
    const own = eq(questionReports.personId, personId);
    const [open] = await tx
      .select({ id: questionReports.id })
      .from(questionReports)
      .where(and(own, eq(questionReports.versionId, versionId), eq(questionReports.state, "open")));
    if (open) return { id: open.id, isAgain: true };
    const since = gt(questionReports.reportedAt, new Date(now.getTime() - DAY_MS));
    const [sent] = await tx.select({ n: count() }).from(questionReports).where(and(own, since));
    if (sent && sent.n >= A_DAY) throw new Refusal("too-many", { most: A_DAY });
    const [made] = await tx
      .insert(questionReports)
      .values({ personId, versionId, contestId, reason, note, reportedAt: now })
      .returning({ id: questionReports.id });
    return { id: made?.id ?? 0, isAgain: false };
  },
});
