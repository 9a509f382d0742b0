import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { sanctioned } from "#domain/integrity/sanctions.ts";
import { endedAttempts } from "#server/contests/recount-entry.ts";
import { sanctionsOf } from "#server/integrity/sanctions-of.ts";
import { teamResultsOf } from "#server/teams/recount-teams.ts";
import { type ArenaDifference, recomputeArenas } from "./recompute-arenas.ts";
import { type AttemptDifference, checkAttempts } from "./recompute-attempts.ts";
import { type OutcomeDifference, recomputeOutcomes } from "./recompute-outcomes.ts";

const SLICE = 200;
const MOST_DETAILS = 100;

type Difference = AttemptDifference | ArenaDifference | { what: "standing" | "team"; id: number; stored: unknown; computed: unknown };
type Standing = { entry_id: string; opens_at: Date; rules: ContestRules; rank_key: string };

const db = () => database("judge");

async function checkStandings(rows: readonly Standing[]): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const row of rows) {
    const id = Number(row.entry_id);
    const computed = await db().transaction(async (tx) => {
      const counted = countedOf(await endedAttempts(tx, id, new Date(row.opens_at)), row.rules);
      return counted && rankKeyOf(sanctioned(counted, (await sanctionsOf(tx, [id])).get(id) ?? []));
    });
    if (computed !== row.rank_key) found.push({ what: "standing", id, stored: row.rank_key, computed });
  }
  return found;
}

/** Results of teams anew out of their members', contest by contest. */
async function checkTeams(): Promise<{ checked: number; found: Difference[] }> {
  const found: Difference[] = [];
  let checked = 0;
  const contests = await db().execute<{ id: string; rules: ContestRules }>(sql`
    select c.id, c.rules from contests c where exists (select 1 from team_standings s where s.contest_id = c.id) order by c.id`);
  for (const { id, rules } of contests.rows) {
    const { rows } = await db().execute<{ team_id: string; rank_key: string; counts: boolean }>(
      sql`select team_id, rank_key, counts from team_standings where contest_id = ${id} order by team_id`,
    );
    if (!rules.team) continue;
    const results = await teamResultsOf(
      db(),
      rules.team,
      rows.map(({ team_id }) => Number(team_id)),
    );
    const keys = new Map(results.map(({ teamId, result }) => [teamId, result && rankKeyOf(result)]));
    for (const { team_id, rank_key, counts } of rows) {
      const computed = keys.get(Number(team_id)) ?? null;
      const stored = counts ? rank_key : null;
      if (computed !== stored) found.push({ what: "team", id: Number(team_id), stored, computed });
    }
    checked += rows.length;
  }
  return { checked, found };
}

/** Everything derived, computed again from the answers and compared with what is stored (never changed). The finding is a row of its own, also when there is nothing to find. */
export async function recompute(now: Date): Promise<{ checked: number; differences: number }> {
  const outcomes = await recomputeOutcomes();
  const found: (Difference | OutcomeDifference)[] = [...outcomes.found];
  let checked = outcomes.checked;
  for (let after = 0; ; ) {
    const { rows } = await db().execute<{ id: string }>(
      sql`select id from attempts where id > ${after} and state = 'finished' order by id limit ${SLICE}`,
    );
    if (rows.length === 0) break;
    found.push(...(await checkAttempts(rows.map(({ id }) => Number(id)))));
    checked += rows.length;
    after = Number(rows.at(-1)?.id);
  }
  for (let after = 0; ; ) {
    const { rows } = await db().execute<Standing>(sql`
      select s.entry_id, c.opens_at, c.rules, s.rank_key from standings s join contests c on c.id = s.contest_id where s.entry_id > ${after} order by s.entry_id limit ${SLICE}`);
    if (rows.length === 0) break;
    found.push(...(await checkStandings(rows)));
    checked += rows.length;
    after = Number(rows.at(-1)?.entry_id);
  }
  const teams = await checkTeams();
  found.push(...teams.found);
  checked += teams.checked;
  const arenas = await recomputeArenas();
  found.push(...arenas.found);
  checked += arenas.checked;
  const details = JSON.stringify(found.slice(0, MOST_DETAILS));
  await db().execute(
    sql`insert into recomputes (ran_at, checked, differences, details) values (${now}, ${checked}, ${found.length}, ${details}::jsonb)`,
  );
  return { checked, differences: found.length };
}
