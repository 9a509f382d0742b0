import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { Response } from "#domain/questions/question.ts";
import { findJudgedVersion, findPaper, type Paper } from "#server/attempts/paper-cache.ts";
import { endedAttempts } from "#server/contests/recount-entry.ts";
import { type OutcomeDifference, recomputeOutcomes } from "./recompute-outcomes.ts";

const SLICE = 200;
const MOST_DETAILS = 100;

type Difference = { what: "answer" | "totals" | "standing"; id: number; slot?: number; stored: unknown; computed: unknown };
type Answer = { attempt_id: string; slot: number; response: Response; milli: number; is_right: boolean; received_at: Date };
type Totals = { attempt_id: string; answered: number; score_milli: number; right_count: number };
type Standing = { entry_id: string; opens_at: Date; rules: ContestRules; rank_key: string };

const db = () => database("judge");
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Marks one stored answer again from its question's key. */
async function remarked(paper: Paper, answer: Answer): Promise<{ milli: number; right: boolean }> {
  const version = await findJudgedVersion(paper.versionIds[answer.slot] ?? 0);
  if (!version) throw new Error(`slot ${answer.slot} of attempt ${answer.attempt_id} has no question`);
  return markOf({ ...version, response: answer.response, worth: paper.worths[answer.slot] ?? 0, mode: paper.multipleMode });
}

async function checkAttempts(ids: readonly number[]): Promise<Difference[]> {
  const list = sql.param(ids);
  const answers = await db().execute<Answer>(
    sql`select attempt_id, slot, response, milli, is_right from answers where attempt_id = any(${list}::bigint[])`,
  );
  const totals = await db().execute<Totals>(
    sql`select attempt_id, answered, score_milli, right_count from attempt_totals where attempt_id = any(${list}::bigint[])`,
  );
  const found: Difference[] = [];
  const sums = new Map(ids.map((id) => [id, { answered: 0, scoreMilli: 0, rightCount: 0 }]));
  for (const answer of answers.rows) {
    const id = Number(answer.attempt_id);
    const paper = await findPaper(id);
    if (!paper) continue;
    const stored = { milli: answer.milli, right: answer.is_right };
    const { milli, right } = await remarked(paper, answer);
    if (!same(stored, { milli, right })) found.push({ what: "answer", id, slot: answer.slot, stored, computed: { milli, right } });
    const sum = sums.get(id);
    if (!sum) continue;
    if (answer.response !== null) sum.answered += 1;
    sum.scoreMilli += milli;
    if (right) sum.rightCount += 1;
  }
  const stored = new Map(
    totals.rows.map((row) => [
      Number(row.attempt_id),
      { answered: row.answered, scoreMilli: row.score_milli, rightCount: row.right_count },
    ]),
  );
  for (const [id, computed] of sums) {
    const kept = stored.get(id) ?? { answered: 0, scoreMilli: 0, rightCount: 0 };
    if (!same(kept, computed)) found.push({ what: "totals", id, stored: kept, computed });
  }
  return found;
}

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
