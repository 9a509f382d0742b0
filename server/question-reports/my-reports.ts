import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { questionReports } from "#db/schema/rulings.ts";
import { can } from "#domain/access.ts";
import { REPORT_REASONS } from "#domain/questions/report-reasons.ts";
import { query } from "#server/verb.ts";

const { id, reason, note, state, reply, rulingId, reportedAt, repliedAt } = questionReports;

/** What a person reported, newest first, with the answer: for the own page and the own export. */
export const myReportsOf = (db: Db, personId: number, limit?: number) => {
  const rows = db
    .select({ id, stem: questionVersions.stem, reason, note, state, reply, rulingId, reportedAt, repliedAt })
    .from(questionReports)
    .innerJoin(questionVersions, eq(questionVersions.id, questionReports.versionId))
    .where(eq(questionReports.personId, personId))
    .orderBy(desc(id));
  return limit === undefined ? rows : rows.limit(limit);
};

/** One's own reports of questions and what became of them. */
export const listMyReports = query({
  at: "GET /api/me/question-reports",
  input: z.strictObject({}),
  output: z.object({
    reports: z.array(
      z.object({
        id: z.number(),
        stem: z.string(),
        reason: z.enum(REPORT_REASONS),
        note: z.string(),
        state: z.enum(["open", "accepted", "declined"]),
        isRuled: z.boolean(),
        reply: z.string(),
        reportedAt: z.date(),
        repliedAt: z.date().nullable(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const rows = await myReportsOf(db, viewer.personId, 100);
    return { reports: rows.map((row) => ({ ...row, reply: row.reply ?? "", isRuled: row.rulingId !== null })) };
  },
});
