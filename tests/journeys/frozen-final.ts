import pg from "pg";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { house } from "./stage.ts";

const SCORES = [
  { before: 40_000, after: 40_000 },
  { before: 30_000, after: 30_000 },
  { before: 20_000, after: 50_000 },
  { before: null, after: 35_000 },
] as const;

const fieldsOf = (scoreMilli: number) => ({
  scoreMilli,
  rightCount: Math.floor(scoreMilli / 10_000),
  totalMs: 60_000,
  lastScoringMs: 60_000,
});

/**
 * A contest that is over and stands frozen: four people, of whom the third rose to the first place after the freeze and the fourth came in.
 * A contest cannot be made in the past, so its rows are put there. Names in the order of the frozen board, then who came in.
 */
export async function aFrozenFinal(): Promise<{ slug: string; names: string[] }> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const slug = `frozen-final-${Date.now()}`;
    const made = await client.query(
      `insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at, freeze_at, frozen_at)
       select $1, '党章知识决赛', branch_id, jsonb_set(rules, '{board}', '{"moves":"hand-in","names":"names","places":null,"branches":true,"branchFormula":"per_head","topN":5}'),
         blueprint, now() - interval '3 hours', now() - interval '1 hour', now() - interval '1 day', now() - interval '3 hours', now() - interval '2 hours',
         now() - interval '2 hours' from contests where slug = 'welcome' returning id, branch_id`,
      [slug],
    );
    const { id } = made.rows[0];
    const { rows: people } = await client.query(
      "select min(p.id) as id, p.name, min(p.branch_id) as branch_id from people p where p.disabled_at is null group by p.name order by 1 limit 4",
    );
    for (const [at, { id: person, branch_id: branch }] of people.entries()) {
      await client.query("insert into contest_roster (contest_id, person_id, branch_id) values ($1, $2, $3)", [id, person, branch]);
      const entry = await client.query(
        "insert into entries (contest_id, person_id, branch_id, entered_at) values ($1, $2, $3, now() - interval '170 minutes') returning id",
        [id, person, branch],
      );
      const { before, after } = SCORES[at] ?? SCORES[0];
      for (const [table, score] of [
        ["frozen_standings", before],
        ["standings", after],
      ] as const) {
        if (score === null) continue;
        const { scoreMilli, rightCount, totalMs, lastScoringMs } = fieldsOf(score);
        await client.query(
          `insert into ${table} (entry_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, attempts_ended, counts, counted_at)
           values ($1, $2, $3, $4, $5, $6, $7, 1, true, now())`,
          [entry.rows[0].id, id, scoreMilli, rightCount, totalMs, lastScoringMs, rankKeyOf(fieldsOf(score))],
        );
      }
    }
    await client.query(
      `insert into board_snapshots (contest_id, moment, taken_at, rows, inputs) select $1, 'freeze', now() - interval '2 hours', '[]',
         jsonb_build_object('branches', '[]'::jsonb, 'eligible', '[]'::jsonb)`,
      [id],
    );
    return { slug, names: people.map(({ name }) => String(name)) };
  } finally {
    await client.end();
  }
}
