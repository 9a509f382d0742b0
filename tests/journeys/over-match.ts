import pg from "pg";
import { house } from "./stage.ts";

/** A duel of two people of the demo that is over: with light-burden mode on none can be begun, but one's own stays to be looked at. */
export async function anOverMatch(account: string, other: string): Promise<number> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const made = await client.query(
      `insert into matches (size, version_ids, window_ms, started_at, settled_at)
       select 2, array_agg(id), 20000, now() - interval '1 hour', now() - interval '50 minutes' from (
         select v.id from questions q join question_versions v on v.id = q.published_version_id
         where v.kind in ('single', 'truefalse') and not q.is_private order by v.id limit 5) v returning id`,
    );
    const id = Number(made.rows[0].id);
    await client.query(
      `insert into match_players (match_id, person_id, seat, day, counts, right_count, place)
       select $1, id, case account when $2 then 0 else 1 end, '2026-01-01', false, 0, 1 from people where account in ($2, $3)`,
      [id, account, other],
    );
    return id;
  } finally {
    await client.end();
  }
}

/** An arena of the demo's county, that an organizer made and that is played now: with light-burden mode on none can be made, and its page says so. */
export async function anArena(account: string): Promise<number> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const made = await client.query(
      `insert into arenas (title, branch_id, opens_at, closes_at, per_opponent, view, created_by, created_at)
       select '周末擂台', b.id, now() - interval '1 hour', now() + interval '1 day', 3, 'near', p.id, now()
       from people p join branches own on own.id = p.branch_id join branches b on starts_with(own.path, b.path) and b.code = '0001'
       where p.account = $1 returning id`,
      [account],
    );
    return Number(made.rows[0].id);
  } finally {
    await client.end();
  }
}
