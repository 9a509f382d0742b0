import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { QuestionBody } from "#domain/questions/question.ts";
import { answerCountsOf } from "#domain/statistics/answer-counts.ts";
import { medianOf } from "#domain/statistics/figures.ts";
import { guessOf, itemStatisticsOf } from "#domain/statistics/item-statistics.ts";
import { paperFindingsOf, paperStatisticsOf } from "#domain/statistics/paper-statistics.ts";
import { type ReadItem, readSittings } from "./read-sittings.ts";

type Sat = readonly (readonly ReadItem[])[];

async function sittingsOf(db: Db, contestIds: readonly number[]): Promise<ReadItem[][]> {
  const sittings: ReadItem[][] = [];
  for (const contestId of contestIds) for await (const slice of readSittings(db, contestId)) sittings.push(...slice);
  return sittings;
}

async function bodiesOf(db: Db, versionIds: readonly number[]): Promise<Map<number, QuestionBody>> {
  const { rows } = await db.execute<{ id: string; body: QuestionBody }>(
    sql`select id, body from question_versions where id = any(${sql.param([...versionIds])}::bigint[])`,
  );
  return new Map(rows.map(({ id, body }) => [Number(id), body]));
}

/** The rows of `item_statistics` that these sittings make, of the wordings asked for. */
async function itemRowsOf(db: Db, sittings: Sat, only?: ReadonlySet<number>) {
  const figures = itemStatisticsOf(sittings);
  const items = new Map<number, ReadItem[]>();
  for (const item of sittings.flat()) {
    const own = items.get(item.versionId);
    if (own) own.push(item);
    else items.set(item.versionId, [item]);
  }
  const versionIds = [...figures.keys()].filter((versionId) => only?.has(versionId) ?? true);
  const bodies = await bodiesOf(db, versionIds);
  return versionIds.flatMap((versionId) => {
    const [body, own] = [bodies.get(versionId), items.get(versionId) ?? []];
    if (!body) return [];
    const median = medianOf(own.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])));
    return [
      {
        ...figures.get(versionId),
        ...{ versionId, guess: guessOf(body), answers: answerCountsOf(body, own), medianMs: median === null ? null : Math.round(median) },
      },
    ];
  });
}

/** Replaces the figures of a contest, or (null) those over all contests of these wordings. */
async function storeItems(tx: Tx, rows: Awaited<ReturnType<typeof itemRowsOf>>, contestId: number | null, now: Date): Promise<void> {
  if (contestId !== null) await tx.execute(sql`delete from item_statistics where contest_id = ${contestId}`);
  await tx.execute(sql`
    insert into item_statistics (version_id, contest_id, attempts, facility, deviation, discrimination, efficiency, effective_weight, guess,
      answers, median_ms, computed_at)
    select "versionId", ${contestId}::bigint, attempts, facility, deviation, discrimination, efficiency, "effectiveWeight", guess, answers, "medianMs", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("versionId" bigint, attempts int, facility float8, deviation float8,
      discrimination float8, efficiency float8, "effectiveWeight" float8, guess float8, answers jsonb, "medianMs" int)
    on conflict (version_id, contest_id) do update set attempts = excluded.attempts, facility = excluded.facility,
      deviation = excluded.deviation, discrimination = excluded.discrimination, efficiency = excluded.efficiency,
      effective_weight = excluded.effective_weight, guess = excluded.guess, answers = excluded.answers, median_ms = excluded.median_ms,
      computed_at = excluded.computed_at`);
}

async function storePaper(tx: Tx, sittings: Sat, contestId: number, now: Date): Promise<void> {
  const paper = paperStatisticsOf(sittings);
  const { attempts, meanPercent, deviationPercent, consistency, errorRatio, standardError, isSamePaper, histogram } = paper;
  await tx.execute(sql`
    insert into contest_statistics (contest_id, attempts, mean_percent, deviation_percent, consistency, error_ratio, standard_error,
      is_same_paper, computed_at, histogram, verdict)
    values (${contestId}, ${attempts}, ${meanPercent}, ${deviationPercent}, ${consistency}, ${errorRatio}, ${standardError}, ${isSamePaper},
      ${now}, ${JSON.stringify(histogram)}::jsonb, ${paperFindingsOf(paper).join(" ")})
    on conflict (contest_id) do update set attempts = excluded.attempts, mean_percent = excluded.mean_percent,
      deviation_percent = excluded.deviation_percent, consistency = excluded.consistency, error_ratio = excluded.error_ratio,
      standard_error = excluded.standard_error, is_same_paper = excluded.is_same_paper, computed_at = excluded.computed_at,
      histogram = excluded.histogram, verdict = excluded.verdict`);
}

/** Contests that are over (their last board was kept) and that ask one of these wordings. */
async function overWith(db: Db, versionIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct p.contest_id as id from contest_pool p join board_snapshots s on s.contest_id = p.contest_id and s.moment = 'end'
      join contests c on c.id = p.contest_id and c.cancelled_at is null
    where p.version_id = any(${sql.param([...versionIds])}::bigint[]) order by 1`);
  return rows.map(({ id }) => Number(id));
}

/** Reckons D8's figures of a contest that is over, and those of its wordings over every contest that is; the same facts give the same rows. */
export async function computeStatistics(db: Db, contestId: number, now: Date): Promise<{ attempts: number; items: number }> {
  const sittings = await sittingsOf(db, [contestId]);
  const rows = await itemRowsOf(db, sittings);
  const wordings = rows.map(({ versionId }) => versionId);
  const everywhere = await sittingsOf(db, await overWith(db, wordings));
  const overAll = await itemRowsOf(db, everywhere, new Set(wordings));
  await db.transaction(async (tx) => {
    await storePaper(tx, sittings, contestId, now);
    await storeItems(tx, rows, contestId, now);
    await storeItems(tx, overAll, null, now);
  });
  return { attempts: sittings.length, items: rows.length };
}
