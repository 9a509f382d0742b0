import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { blankable, idSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;
type Row = {
  attempt_id: string;
  slot: number;
  text: string;
  milli: number;
  worth: number;
  is_by_hand: boolean;
  total: number;
};

/** The short answers to one question of a contest that is over, equal ones together and without names, with what the keywords gave. */
export const listShortAnswers = query({
  at: "GET /api/desk/contests/:slug/short-answers",
  input: z.strictObject({ slug: z.string().max(80), version: blankable(idSchema), page: pageSchema }),
  output: z.object({
    isOver: z.boolean(),
    questions: z.array(z.object({ versionId: z.number(), stem: z.string() })),
    asked: z.object({ versionId: z.number(), stem: z.string(), key: questionKeySchema }).nullable(),
    answers: z.array(
      z.object({
        ...{ attemptId: z.number(), slot: z.number(), text: z.string(), milli: z.number(), worth: z.number() },
        isByHand: z.boolean(),
      }),
    ),
    ...{ total: z.number(), page: z.number(), pageSize: z.number() },
  }),
  door: "judge",
  may: can.openDesk,
  async run(db, { slug, version, page }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const phase = phaseOf(phasedContest(contest), now);
    const nothing = { asked: null, answers: [], total: 0, page, pageSize: PAGE_SIZE };
    if (phase !== "closed" && phase !== "published") return { ...nothing, isOver: false, questions: [] };
    const pool = await db.execute<{ id: string; stem: string; key: QuestionKey }>(sql`
      select v.id, v.stem, k.key from contest_pool p join question_versions v on v.id = p.version_id join question_keys k on k.version_id = v.id
      where p.contest_id = ${contest.id} and v.kind = 'short' order by v.id limit 500`);
    const questions = pool.rows.map(({ id, stem }) => ({ versionId: Number(id), stem }));
    const chosen = version === undefined ? pool.rows[0] : pool.rows.find(({ id }) => Number(id) === version);
    if (!chosen && version !== undefined) throw new Refusal("not-found");
    if (!chosen) return { ...nothing, isOver: true, questions };
    const { rows } = await db.execute<Row>(sql`
      select a.id as attempt_id, n.slot, n.response->>'text' as text, n.milli,
        coalesce((select m.worth_after from mark_entries m where m.attempt_id = a.id and m.slot = n.slot order by m.id desc limit 1), a.worths[n.slot + 1]) as worth,
        exists (select 1 from mark_entries m where m.attempt_id = a.id and m.slot = n.slot and m.cause = 'override') as is_by_hand,
        count(*) over ()::int as total
      from entries e join attempts a on a.entry_id = e.id and a.state = 'finished' join answers n on n.attempt_id = a.id
      where e.contest_id = ${contest.id} and a.version_ids[n.slot + 1] = ${Number(chosen.id)} and jsonb_typeof(n.response) = 'object'
      order by n.milli, lower(btrim(n.response->>'text')), a.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
    return {
      ...{ isOver: true, questions, page, pageSize: PAGE_SIZE, total: rows[0]?.total ?? 0 },
      asked: { versionId: Number(chosen.id), stem: chosen.stem, key: chosen.key },
      answers: rows.map(({ attempt_id, slot, text, milli, worth, is_by_hand }) => ({
        ...{ attemptId: Number(attempt_id), slot, text, milli, worth, isByHand: is_by_hand },
      })),
    };
  },
});
