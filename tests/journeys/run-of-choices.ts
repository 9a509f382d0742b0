import pg from "pg";
import { house } from "./stage.ts";

export type Key = Readonly<{ stem: string; options: readonly string[]; key: { correct: number } }>;

async function sql<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  const { rows } = await client.query<T>(text, values);
  await client.end();
  return rows;
}

/** The keys of a run's questions, from the database: which option a member would have to choose. */
export async function keysOf(run: number): Promise<Key[]> {
  const rows = await sql<{ stem: string; options: { text: string }[]; key: Key["key"] }>(
    `select v.body->>'stem' as stem, v.body->'options' as options, k.key from practices p, unnest(p.version_ids) with ordinality as u (id, place)
     join question_versions v on v.id = u.id join question_keys k on k.version_id = v.id where p.id = $1 order by place`,
    [run],
  );
  return rows.map(({ stem, key, options }) => ({ stem, key, options: options.map(({ text }) => text) }));
}

/**
 * A run of five questions of one choice, so that a journey knows how to press them; none that a contest or a final of the demo keeps. The
 * day's five are one run a day.
 */
export async function aRunOfChoices(account: string, mode: "daily" | "drill"): Promise<number> {
  const [row] = await sql<{ id: string }>(
    `insert into practices (person_id, mode, day, seed, version_ids, started_at, shown_at, dedupe)
     select p.id, $2, (now() + interval '4 hours')::date, 'journey', array(select q.published_version_id from questions q
       where q.kind = 'single' and q.category not like '理论学习%' and q.state = 'published'
         and q.published_version_id not in (select version_id from contest_pool union select version_id from hall_questions) order by q.id limit 5), now(), now(),
       case $2 when 'daily' then 'daily ' || to_char((now() at time zone 'UTC') + interval '4 hours', 'YYYY-MM-DD') else gen_random_uuid()::text end
     from people p where p.account = $1
     on conflict (person_id, dedupe) do update set version_ids = excluded.version_ids, answered = 0 returning id`,
    [account, mode],
  );
  return Number(row?.id);
}
