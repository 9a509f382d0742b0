import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { type RankFields, rankKeyOf } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { teamResultOf } from "#domain/teams/team-fields.ts";
import type { TeamRules } from "#domain/teams/team-rules.ts";

type Counted = Readonly<{ id: number; rules: Pick<ContestRules, "team"> }>;
type Row = { team_id: string; members: number; results: RankFields[] };

const MEMBERS = sql`(select count(*)::int from team_members m where m.team_id = t.id and m.role <> 'substitute')`;

/** How many play in each team of a contest: kept with S_f, so that who comes or goes later moves nothing in it (D6). */
export async function countMembers(tx: Db | Tx, contestId: number): Promise<{ teamId: number; members: number }[]> {
  const { rows } = await tx.execute<{ team_id: string; members: number }>(
    sql`select t.id as team_id, ${MEMBERS} as members from teams t where t.contest_id = ${contestId} order by t.id`,
  );
  return rows.map(({ team_id, members }) => ({ teamId: Number(team_id), members }));
}

type Of = Readonly<{ cut: "now" | "frozen"; members?: ReadonlyMap<number, number> }>;

/** What each team comes to out of what its members have, or had at the freeze, read anew; `members`: how many they were then. */
export async function teamResultsOf(
  tx: Db | Tx,
  rules: TeamRules,
  teamIds: readonly number[],
  { cut, members: kept }: Of = { cut: "now" },
) {
  const results = cut === "now" ? sql`standings` : sql`frozen_standings`;
  const { rows } = await tx.execute<Row>(sql`
    select t.id as team_id, ${MEMBERS} as members,
      (select coalesce(jsonb_agg(jsonb_build_object('scoreMilli', s.score_milli, 'rightCount', s.right_count, 'totalMs', s.total_ms,
        'lastScoringMs', s.last_scoring_ms)), '[]') from entries e join ${results} s on s.entry_id = e.id where e.team_id = t.id and s.counts) as results
    from teams t where t.id = any(${sql.param([...teamIds])}::bigint[]) order by t.id`);
  return rows.map(({ team_id, members: present, results }) => {
    const members = kept?.get(Number(team_id)) ?? present;
    return { teamId: Number(team_id), members: Math.max(members, results.length), result: teamResultOf(rules, results, members) };
  });
}

/** Waits until nobody else counts these teams, always in the same order; what is read after this sees what they wrote. */
async function holdTeams(tx: Tx, teamIds: readonly number[]): Promise<void> {
  for (const id of teamIds) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('team', ${id}))`);
}

async function teamsOf(tx: Tx, entryIds: readonly number[]): Promise<number[]> {
  const { rows } = await tx.execute<{ team_id: string }>(
    sql`select distinct team_id from entries where id = any(${sql.param([...entryIds])}::bigint[]) and team_id is not null order by team_id`,
  );
  return rows.map(({ team_id }) => Number(team_id));
}

/**
 * Writes the results of the teams of these entries anew, out of their members' counted results: after an attempt ended, a ruling, a sanction.
 * Two members who hand in together are counted one after the other. A team without any counted result has no place.
 */
export async function recountTeams(tx: Tx, contest: Counted, entryIds: readonly number[], now: Date): Promise<void> {
  if (!contest.rules.team) return;
  await recountTheseTeams(tx, contest, await teamsOf(tx, entryIds), now);
}

/** The same for teams themselves, as after a member came or went. */
export async function recountTheseTeams(tx: Tx, contest: Counted, teamIds: readonly number[], now: Date): Promise<void> {
  const { team } = contest.rules;
  if (!team || teamIds.length === 0) return;
  await holdTeams(tx, teamIds);
  const all = await teamResultsOf(tx, team, teamIds);
  const rows = all.flatMap(({ teamId, members, result }) => (result ? [{ teamId, members, ...result, rankKey: rankKeyOf(result) }] : []));
  await tx.execute(sql`
    insert into team_standings (team_id, contest_id, score_milli, right_count, total_ms, last_scoring_ms, rank_key, members, played, counted, counts, counted_at)
    select r."teamId", ${contest.id}, r."scoreMilli", r."rightCount", r."totalMs", r."lastScoringMs", r."rankKey", r.members, r.played, r.counted, true, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("teamId" bigint, "scoreMilli" bigint, "rightCount" int, "totalMs" bigint,
      "lastScoringMs" bigint, "rankKey" text, members int, played int, counted int)
    on conflict (team_id) do update set score_milli = excluded.score_milli, right_count = excluded.right_count, total_ms = excluded.total_ms,
      last_scoring_ms = excluded.last_scoring_ms, rank_key = excluded.rank_key, members = excluded.members, played = excluded.played,
      counted = excluded.counted, counts = true, counted_at = excluded.counted_at`);
  const without = all.filter(({ result }) => result === null).map(({ teamId }) => teamId);
  await tx.execute(sql`update team_standings set counts = false, counted_at = ${now} where team_id = any(${sql.param(without)}::bigint[])`);
}
