import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { sanctioned } from "#domain/integrity/sanctions.ts";
import { perLevelOf, type SummedRow, sumLevels } from "#server/attempts/sum-levels.ts";
import { sanctionsOf } from "#server/integrity/sanctions-of.ts";
import { recountTeams } from "#server/teams/recount-teams.ts";
import { endedAttemptsOf } from "./ended-attempts.ts";
import type { ContestSubject } from "./find-contest.ts";
import { recountOutcomes, subjectsOf } from "./recount-outcomes.ts";

const SLICE = 500;
type Recounted = Pick<ContestSubject, "id" | "opensAt" | "rules" | "makesUpFor">;

/** The totals of attempts anew from the answers that stand, all in one statement (I13). */
export async function sumAnswersOf(tx: Tx, attemptIds: readonly number[]): Promise<void> {
  const { rows } = await tx.execute<SummedRow>(sql`
    insert into attempt_totals (attempt_id, answered, score_milli, right_count, last_scoring_at)
    select a.id, count(n.slot) filter (where jsonb_typeof(n.response) <> 'null'), coalesce(sum(n.milli), 0), count(n.slot) filter (where n.is_right),
      max(n.received_at) filter (where n.milli > 0)
    from unnest(${sql.param([...attemptIds])}::bigint[]) as a(id) left join answers n on n.attempt_id = a.id group by a.id
    on conflict (attempt_id) do update set answered = excluded.answered, score_milli = excluded.score_milli,
      right_count = excluded.right_count, last_scoring_at = excluded.last_scoring_at
    returning attempt_id, ${perLevelOf(sql`attempt_totals.attempt_id`)} as per_level`);
  await sumLevels(tx, rows);
}

/**
 * Counted results, rank keys and outcomes of many entries written anew from their ended attempts, for a contest in which nobody answers any
 * more; the feed is told. An outcome may fall here, as it never does while answers come in. Tasks are the caller's.
 */
export async function recountEntries(tx: Tx, contest: Recounted, entryIds: readonly number[], now: Date): Promise<void> {
  for (let from = 0; from < entryIds.length; from += SLICE) {
    const ended = await endedAttemptsOf(tx, entryIds.slice(from, from + SLICE), contest.opensAt);
    const standing = await sanctionsOf(tx, entryIds.slice(from, from + SLICE));
    const rows = [...ended].flatMap(([entryId, attempts]) => {
      const counted = countedOf(attempts, contest.rules);
      if (!counted) return [];
      const result = sanctioned(counted, standing.get(entryId) ?? []);
      return [{ entryId, ...result, rankKey: rankKeyOf(result) }];
    });
    await writeRows(tx, contest.id, rows, now);
    await recountTeams(tx, contest, entryIds.slice(from, from + SLICE), now);
    for (const subject of subjectsOf(contest)) await recountOutcomes(tx, subject, entryIds.slice(from, from + SLICE));
  }
}

async function writeRows(tx: Tx, contestId: number, rows: readonly object[], now: Date): Promise<void> {
  const list = JSON.stringify(rows);
  await tx.execute(sql`
    update standings s set score_milli = r."scoreMilli", right_count = r."rightCount", total_ms = r."totalMs",
      last_scoring_ms = r."lastScoringMs", rank_key = r."rankKey", days = coalesce(r.days, 0), counts = r.counts, counted_at = ${now}
    from jsonb_to_recordset(${list}::jsonb) as r("entryId" bigint, "scoreMilli" int, "rightCount" int, "totalMs" int, "lastScoringMs" bigint, "rankKey" text, days int, counts bool)
    where s.entry_id = r."entryId"`);
  await tx.execute(sql`
    insert into live_changes (contest_id, change, entry_id, changed_at)
    select ${contestId}, 'hand-in', r."entryId", ${now} from jsonb_to_recordset(${list}::jsonb) as r("entryId" bigint)`);
}
