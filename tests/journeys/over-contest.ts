import pg from "pg";
import { house } from "./stage.ts";

/**
 * A contest of the demo that is over, for the screens that show what was measured, ruled and marked: a contest cannot be made in the past, so
 * its rows are put there. Made once for all who ask.
 */
export async function anOverContest(): Promise<{ slug: string; ruling: number }> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const slug = "over-for-screens";
    const known = await client.query("select r.id from rulings r join contests c on c.id = r.contest_id where c.slug = $1", [slug]);
    if (known.rows[0]) return { slug, ruling: Number(known.rows[0].id) };
    const made = await client.query(
      `insert into contests (slug, title, branch_id, rules, blueprint, opens_at, closes_at, published_at, roster_taken_at, results_at)
       select $1, '党章党规知识竞赛', branch_id, rules, blueprint, now() - interval '3 days', now() - interval '2 days', now() - interval '4 days',
         now() - interval '3 days', now() - interval '1 day' from contests where slug = 'welcome' returning id`,
      [slug],
    );
    const contest = made.rows[0].id;
    await client.query(
      "insert into contest_pool (contest_id, version_id) select $1, version_id from contest_pool p join contests c on c.id = p.contest_id where c.slug = 'welcome' order by version_id limit 12",
      [contest],
    );
    await client.query(
      `insert into contest_statistics (contest_id, attempts, mean_percent, deviation_percent, consistency, error_ratio, standard_error, is_same_paper, computed_at, histogram)
       values ($1, 64, 71.5, 14.2, 78.1, 46.8, 6.6, true, now(), '[0,0,1,3,6,9,14,17,10,4]')`,
      [contest],
    );
    await client.query(
      `insert into item_statistics (version_id, contest_id, attempts, facility, deviation, discrimination, efficiency, effective_weight, guess, answers, median_ms, computed_at)
       select v.id, $1, 64, 15 + 7 * row_number() over (order by v.id), 40, 52 - 6 * row_number() over (order by v.id), 70, 9, 25,
         case when v.kind in ('single', 'multiple', 'indefinite') then '{"form":"options","counts":[40,12,8,3],"omitted":1}'::jsonb
           when v.kind = 'truefalse' then '{"form":"truth","yes":50,"no":13,"omitted":1}'::jsonb
           else '{"form":"marks","right":30,"partly":20,"wrong":13,"omitted":1}'::jsonb end, 21500, now()
       from contest_pool p join question_versions v on v.id = p.version_id where p.contest_id = $1`,
      [contest],
    );
    await client.query(
      "insert into markers (contest_id, person_id, named_at) select $1, id, now() from people where account = 'reviewer'",
      [contest],
    );
    const ruling = await client.query(
      `insert into rulings (contest_id, version_id, kind, reason, proposed_by, proposed_at)
       select $1, (select min(version_id) from contest_pool where contest_id = $1), 'void_full', '题干的年份印错了', id, now() from people where account = 'admin' returning id`,
      [contest],
    );
    return { slug, ruling: Number(ruling.rows[0].id) };
  } finally {
    await client.end();
  }
}
