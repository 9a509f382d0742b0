import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { REPORT_REASONS } from "#domain/questions/report-reasons.ts";
import { orNotFound } from "#server/questions/or-not-found.ts";
import { visibleTo } from "#server/questions/visible-questions.ts";
import { query } from "#server/verb.ts";

const MOST = 100;
const groupSchema = z.object({
  versionId: z.number(),
  questionId: z.number(),
  number: z.number(),
  stem: z.string(),
  since: z.date(),
  /** What was said, oldest first. By whom is not asked: it does not make a question wrong. */
  reports: z.array(z.object({ id: z.number(), reason: z.enum(REPORT_REASONS), note: z.string() })),
  /** Contests that are over, asked it, and are the viewer's to rule on. */
  contests: z.array(z.object({ slug: z.string(), title: z.string() })),
  mayAnswer: z.boolean(),
});
type Group = z.output<typeof groupSchema>;
type Row = {
  version_id: string;
  question_id: string;
  number: number;
  stem: string;
  path: string | null;
  is_private: boolean;
  owner_id: string | null;
  since: Date;
  reports: Group["reports"];
};

async function contestsOf(db: Db, viewer: Member, versionIds: readonly number[], now: Date): Promise<Map<number, Group["contests"]>> {
  const { rows } = await db.execute<{ version_id: string; slug: string; title: string; path: string }>(sql`
    select p.version_id, k.slug, k.title, b.path from contest_pool p join contests k on k.id = p.contest_id join branches b on b.id = k.branch_id
    where p.version_id = any(${sql.param([...versionIds])}::bigint[]) and k.published_at is not null and k.cancelled_at is null and k.closes_at <= ${now}
    order by k.closes_at desc limit 500`);
  const found = new Map<number, Group["contests"]>();
  for (const { version_id, slug, title, path } of rows) {
    if (!can.runContest(viewer, { path })) continue;
    found.set(Number(version_id), [...(found.get(Number(version_id)) ?? []), { slug, title }]);
  }
  return found;
}

/** What members reported about the questions of the viewer's banks and nobody has answered, grouped by wording, most reported first. */
export const listQuestionReports = query({
  at: "GET /api/desk/question-reports",
  input: z.strictObject({}),
  output: z.object({ groups: z.array(groupSchema) }),
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, _input, { viewer, now }) {
    const { rows } = await db.execute<Row>(sql`
      select v.id as version_id, questions.id as question_id, v.number, v.stem, own.path, questions.is_private, questions.created_by as owner_id,
        min(r.reported_at) as since, jsonb_agg(jsonb_build_object('id', r.id, 'reason', r.reason, 'note', r.note) order by r.id) as reports
      from question_reports r join question_versions v on v.id = r.version_id join questions on questions.id = v.question_id
        left join branches own on own.id = questions.branch_id
      where r.state = 'open' and ${visibleTo(viewer)}
      group by v.id, questions.id, own.path order by count(*) desc, min(r.reported_at) limit ${MOST}`);
    const contests = await contestsOf(
      db,
      viewer,
      rows.map((row) => Number(row.version_id)),
      now,
    );
    return {
      groups: rows.map(({ version_id, question_id, number, stem, path, is_private, owner_id, since, reports }) => ({
        ...{ versionId: Number(version_id), questionId: Number(question_id), number, stem, since: new Date(since), reports },
        contests: contests.get(Number(version_id)) ?? [],
        mayAnswer: can.editQuestion(viewer, { path, isPrivate: is_private, ownerId: owner_id === null ? null : Number(owner_id) }),
      })),
    };
  },
});
