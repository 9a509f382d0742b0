import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { freezeBoard } from "#server/boards/freeze-board.ts";
import { keepBoard } from "#server/boards/keep-board.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { takeRoster } from "#server/contests/take-roster.ts";
import { askForFlags } from "#server/integrity/find-flags-job.ts";
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

/** Stores the frozen board of every contest whose moment has come (D6), late ones too. Once each; two workers may do it at once. */
export async function freezeBoards(now: Date): Promise<number> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select id from contests where freeze_at <= ${now} and frozen_at is null and published_at is not null and cancelled_at is null
      and roster_taken_at is not null order by freeze_at limit 50`);
  let frozen = 0;
  for (const { id } of rows) {
    const contest = await findContestById(db(), Number(id));
    const { freezeAt } = contest ?? { freezeAt: null };
    if (contest && freezeAt && (await db().transaction((tx) => freezeBoard(tx, { ...contest, freezeAt }, now)))) frozen += 1;
  }
  return frozen;
}

/** What is done once when a contest is over: its last board is kept, the feed is told, its figures are asked for. */
async function close(contestId: number, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    if (!(await keepBoard(tx, { contestId, moment: "end", now }))) return false;
    await tx.execute(sql`insert into live_changes (contest_id, change, changed_at) values (${contestId}, 'closed', ${now})`);
    await askForStatistics(tx, contestId, now);
    await askForFlags(tx, contestId, now);
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
    if ((phase === "closed" || phase === "published") && (await close(contest.id, now))) kept += 1;
  }
  return kept;
}
