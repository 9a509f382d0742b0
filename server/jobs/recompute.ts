import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { endedAttempts } from "#server/contests/recount-entry.ts";
import { type AttemptDifference, checkAttempts } from "./recompute-attempts.ts";
import { type OutcomeDifference, recomputeOutcomes } from "./recompute-outcomes.ts";

const SLICE = 200;
const MOST_DETAILS = 100;

type Difference = AttemptDifference | { what: "standing"; id: number; stored: unknown; computed: unknown };
type Standing = { entry_id: string; opens_at: Date; rules: ContestRules; rank_key: string };

const db = () => database("judge");

async function checkStandings(rows: readonly Standing[]): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const row of rows) {
    const id = Number(row.entry_id);
    const counted = await db().transaction(async (tx) => countedOf(await endedAttempts(tx, id, new Date(row.opens_at)), row.rules.counts));
    const computed = counted && rankKeyOf(counted);
    if (computed !== row.rank_key) found.push({ what: "standing", id, stored: row.rank_key, computed });
  }
  return found;
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
  const details = JSON.stringify(found.slice(0, MOST_DETAILS));
  await db().execute(
    sql`insert into recomputes (ran_at, checked, differences, details) values (${now}, ${checked}, ${found.length}, ${details}::jsonb)`,
  );
  return { checked, differences: found.length };
}
