import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { phaseOf, reviewAllowed } from "#domain/contests/phase.ts";
import { presentationOf, shownKey } from "#domain/papers/presentation.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { itemSchema, itemsOf } from "./attempt-items.ts";
import { type AttemptSubject, findAttempt } from "./find-attempt.ts";

const revealSchema = z.object({
  key: questionKeySchema,
  explanation: z.string(),
  passage: z.object({ slug: z.string(), title: z.string(), paragraph: z.string() }).nullable(),
});

type RevealRow = {
  version_id: string;
  body: QuestionBody;
  key: QuestionKey;
  explanation: string;
  passage: string;
  slug: string | null;
  title: string | null;
};

async function revealsOf(db: Db, attempt: AttemptSubject) {
  const { rows } = await db.execute<RevealRow>(sql`
    select k.version_id, v.body, k.key, k.explanation, k.passage, m.slug, mv.title
    from question_keys k join question_versions v on v.id = k.version_id
    left join materials m on m.id = k.material_id left join material_versions mv on mv.id = m.published_version_id
    where k.version_id = any(${sql.param(attempt.versionIds)}::bigint[])`);
  const byVersion = new Map(rows.map((row) => [Number(row.version_id), row]));
  return attempt.versionIds.map((versionId, slot) => {
    const row = byVersion.get(versionId);
    if (!row) throw new Error(`question version ${versionId} has no key`);
    const presentation = presentationOf(row.body, attempt.seed, slot, attempt.rules.shuffleOptions);
    return {
      key: shownKey(row.key, presentation),
      explanation: row.explanation,
      passage: row.slug && row.title ? { slug: row.slug, title: row.title, paragraph: row.passage } : null,
    };
  });
}

type Marks = { milli: number; isRight: boolean };

async function marksOf(db: Db, attemptId: number): Promise<Map<number, Marks>> {
  const { rows } = await db.execute<{ slot: number; milli: number; is_right: boolean }>(
    sql`select slot, milli, is_right from answers where attempt_id = ${attemptId}`,
  );
  return new Map(rows.map((row) => [row.slot, { milli: row.milli, isRight: row.is_right }]));
}

async function totalsOf(db: Db, attemptId: number) {
  const { rows } = await db.execute<{ score_milli: number; right_count: number; answered: number }>(
    sql`select score_milli, right_count, answered from attempt_totals where attempt_id = ${attemptId}`,
  );
  return rows[0] ?? { score_milli: 0, right_count: 0, answered: 0 };
}

/**
 * One's own ended attempt, as far as the printed review policy has opened it: the score, then rightness of the own answers, then keys with
 * explanations and the passage to read. The only place that sends a key to a member, and it asks the policy first.
 */
export const getResult = query({
  at: "GET /api/attempts/:id/result",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({
    attemptId: z.number(),
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    number: z.number(),
    state: z.string(),
    startedAt: z.date(),
    finishedAt: z.date(),
    answered: z.number(),
    questions: z.number(),
    worth: z.number(),
    opens: z.object({ score: z.string(), answers: z.string(), keys: z.string() }),
    score: z.object({ milli: z.number(), right: z.number(), passed: z.boolean().nullable() }).nullable(),
    items: z.array(
      itemSchema.extend({ mark: z.object({ milli: z.number(), isRight: z.boolean() }).nullable(), reveal: revealSchema.nullable() }),
    ),
  }),
  refusals: ["still-running"],
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const attempt = await findAttempt(db, id);
    if (!attempt || !can.sitAttempt(viewer, attempt)) throw new Refusal("not-found");
    if (attempt.state === "in_progress") throw new Refusal("still-running");
    const contest = await findContestById(db, attempt.contestId);
    if (!contest) throw new Refusal("not-found");
    const phased = phasedContest(contest);
    const { review, passPercent } = attempt.rules;
    const open = (moment: (typeof review)["score"]) => reviewAllowed(moment, { attempt, contest: phased, now });
    const totals = await totalsOf(db, id);
    const worth = attempt.worths.reduce((sum, each) => sum + each, 0);
    const showsAnswers = open(review.answers);
    const showsKeys = showsAnswers && open(review.keys);
    const items = showsAnswers ? await itemsOf(db, attempt) : [];
    const marks = showsAnswers ? await marksOf(db, id) : new Map<number, Marks>();
    const reveals = showsKeys ? await revealsOf(db, attempt) : [];
    return {
      attemptId: id,
      contest: { slug: attempt.slug, title: attempt.title, phase: phaseOf(phased, now) },
      number: attempt.number,
      state: attempt.state,
      startedAt: attempt.startedAt,
      finishedAt: attempt.finishedAt ?? attempt.dueAt,
      answered: totals.answered,
      questions: attempt.versionIds.length,
      worth,
      opens: review,
      score: open(review.score)
        ? {
            milli: totals.score_milli,
            right: totals.right_count,
            passed: passPercent === null ? null : totals.score_milli * 100 >= worth * passPercent,
          }
        : null,
      items: items.map((item) => ({
        ...item,
        mark: marks.get(item.slot) ?? { milli: 0, isRight: false },
        reveal: reveals[item.slot] ?? null,
      })),
    };
  },
});
