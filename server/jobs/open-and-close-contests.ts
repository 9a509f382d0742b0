import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { takeRoster } from "#server/contests/take-roster.ts";
import { askForStatistics } from "#server/statistics/compute-statistics-job.ts";

const db = () => database("judge");

/** Takes the roster of every contest that has opened (D5), and tells the feed. */
export async function openContests(now: Date): Promise<number> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from contests where published_at <= ${now} and opens_at <= ${now} and roster_taken_at is null and cancelled_at is null order by opens_at limit 50`,
  );
  for (const { id } of rows) {
    await db().transaction(async (tx) => {
      await takeRoster(tx, Number(id), now);
      await tx.execute(sql`insert into live_changes (contest_id, change, changed_at) values (${id}, 'opened', ${now})`);
    });
  }
  return rows.length;
}

/** The whole board as it stood at the end, ranked, with names and branches of that day: a record that later moves do not change. */
async function keepBoard(contestId: number, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const kept = await tx.execute(sql`
      insert into board_snapshots (contest_id, moment, taken_at, rows)
      select ${contestId}, 'end', ${now}, coalesce(jsonb_agg(r.line order by r.rank, r.entry_id), '[]') from (
        select s.entry_id, rank() over (order by s.rank_key desc) as rank, jsonb_build_object(
          'rank', rank() over (order by s.rank_key desc), 'entryId', s.entry_id, 'personId', e.person_id, 'name', p.name,
          'branchId', e.branch_id, 'branchName', b.name, 'scoreMilli', s.score_milli, 'rightCount', s.right_count,
          'totalMs', s.total_ms, 'lastScoringMs', s.last_scoring_ms) as line
        from standings s join entries e on e.id = s.entry_id join people p on p.id = e.person_id join branches b on b.id = e.branch_id
        where s.contest_id = ${contestId} and s.counts) r
      on conflict do nothing returning id`);
    if (kept.rows.length === 0) return false;
    await tx.execute(sql`insert into live_changes (contest_id, change, changed_at) values (${contestId}, 'closed', ${now})`);
    await askForStatistics(tx, contestId, now);
    return true;
  });
}

/** Keeps the final board of every contest that is over and whose attempts have all ended. Once each; two workers may do it at once. */
export async function closeContests(now: Date): Promise<number> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select c.id from contests c where c.published_at <= ${now} and c.closes_at <= ${now} and c.cancelled_at is null
      and not exists (select 1 from board_snapshots s where s.contest_id = c.id and s.moment = 'end')
      and not exists (select 1 from entries e join attempts a on a.entry_id = e.id where e.contest_id = c.id and a.state = 'in_progress')
    order by c.closes_at limit 50`);
  let kept = 0;
  for (const { id } of rows) {
    const contest = await findContestById(db(), Number(id));
    if (!contest) continue;
    const phase = phaseOf(phasedContest(contest), now);
    if ((phase === "closed" || phase === "published") && (await keepBoard(contest.id, now))) kept += 1;
  }
  return kept;
}
