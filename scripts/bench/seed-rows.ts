import type pg from "pg";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { mintAnswerTicket, mintStreamTicket } from "#server/attempts/ticket.ts";

export const PEOPLE = 10_000;
export const SLOTS = 50;
const rules = contestRulesSchema.parse({ limitMs: 7_200_000, shuffleOptions: true, board: { branches: true } });

export type Contestant = { attemptId: number; entryId: number; personId: number; sessionId: string; answer: string; stream: string };
export type BenchContest = { id: number; slug: string; contestants: Contestant[] };

const SEED = `
insert into branches (code, name) values ('bench', '总部');
insert into branches (parent_id, code, name) select b.id, 'bench' || i, '支部' || i from branches b, generate_series(1, 100) i where b.code = 'bench';
insert into people (staff_no, account, name, branch_id)
  select 'S' || i, 's' || i, '人' || i, (select id from branches where code = 'bench' || (1 + i % 100)) from generate_series(1, ${PEOPLE}) i;
insert into sessions (id, person_id, created_at, seen_at, expires_at) select gen_random_uuid(), id, now(), now(), now() + interval '1 day' from people;
insert into questions (state) select 'published' from generate_series(1, 200);
insert into question_versions (question_id, number, kind, body, stem, stem_key, difficulty, content_hash)
  select id, 1, 'single', '{"kind":"single","stem":"题","options":[{"text":"甲"},{"text":"乙"},{"text":"丙"},{"text":"丁"}]}', '题', 'q' || id, 1, 'h' || id from questions;
insert into question_keys (version_id, key) select id, '{"kind":"single","correct":0}' from question_versions;`;

const CONTEST = `insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at)
  select 'bench', '赛', id, $1, '[]', now() - interval '1 minute', now() + interval '1 day', now() - interval '1 minute', now() from branches where code = 'bench' returning id`;

const ENTRIES = `
insert into contest_roster (contest_id, person_id, branch_id) select $CONTEST, id, branch_id from people;
insert into entries (contest_id, person_id, branch_id, entered_at) select $CONTEST, id, branch_id, now() from people;
insert into attempts (person_id, entry_id, number, seed, version_ids, worths, started_at, due_at, ends_at, seen_at)
  select person_id, id, 1, 'seed' || id, (select array_agg(v.id) from (select id from question_versions order by id limit ${SLOTS}) v),
    array_fill(1000, array[${SLOTS}]), now(), now() + interval '2 hours', now() + interval '2 hours', now() from entries;
analyze;`;

/** Ten thousand people of a hundred branches, each in the middle of an attempt of fifty questions, with their tickets. */
export async function seedContest(db: pg.Pool): Promise<BenchContest> {
  await db.query(SEED);
  const made = await db.query<{ id: string }>(CONTEST, [JSON.stringify(rules)]);
  const id = Number(made.rows[0]?.id);
  await db.query(ENTRIES.replaceAll("$CONTEST", String(id)));
  const { rows } = await db.query<{ attempt_id: string; entry_id: string; person_id: string; session_id: string }>(
    `select a.id as attempt_id, a.entry_id, a.person_id, s.id as session_id from attempts a join sessions s on s.person_id = a.person_id order by a.id`,
  );
  const now = new Date();
  const contestants = rows.map((row) => {
    const who = { attemptId: Number(row.attempt_id), personId: Number(row.person_id), sessionId: row.session_id };
    return {
      ...who,
      entryId: Number(row.entry_id),
      answer: mintAnswerTicket({ ...who, now }),
      stream: mintStreamTicket({ ...who, attemptId: null, contestId: id, now }),
    };
  });
  return { id, slug: "bench", contestants };
}
