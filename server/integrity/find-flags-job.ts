import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, database, type Tx } from "#db/client.ts";
import { type Mistakes, similarPairs } from "#domain/integrity/similar.ts";
import { type FirstAnswer, tooFast } from "#domain/integrity/speed.ts";

const payloadSchema = z.object({ contestId: z.number() });
const SLICE = 200;
/** Above so many papers pairs are not compared: their number grows with the square. */
const MOST_COMPARED = 5_000;

type Found = Readonly<{ kind: "speed" | "similar"; attempt: number; other: number | null; facts: object }>;
const db = () => database("judge");

async function attemptsOf(contestId: number): Promise<number[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select a.id from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId} and a.state = 'finished' order by a.id`);
  return rows.map(({ id }) => Number(id));
}

/** When each slot was answered first, from the log of saves, with how much there is to read in it. */
async function firstAnswers(ids: readonly number[]): Promise<Map<number, FirstAnswer[]>> {
  const { rows } = await db().execute<{ attempt_id: string; at_ms: string; characters: number }>(sql`
    select v.attempt_id, extract(epoch from min(v.received_at) - a.started_at) * 1000 as at_ms,
      (select length(q.stem) + coalesce((select sum(length(o->>'text')) from jsonb_array_elements(q.body->'options') o), 0)
        from question_versions q where q.id = a.version_ids[v.slot + 1])::int as characters
    from answer_events v join attempts a on a.id = v.attempt_id
    where v.attempt_id = any(${sql.param([...ids])}::bigint[]) and v.outcome in ('saved', 'stale') group by v.attempt_id, v.slot, a.id order by 1, 2`);
  const found = new Map<number, FirstAnswer[]>();
  for (const { attempt_id, at_ms, characters } of rows) {
    const id = Number(attempt_id);
    found.set(id, [...(found.get(id) ?? []), { atMs: Math.round(Number(at_ms)), characters }]);
  }
  return found;
}

async function mistakesOf(ids: readonly number[]): Promise<Mistakes[]> {
  const { rows } = await db().execute<{ attempt_id: string; version: string; response: string }>(sql`
    select n.attempt_id, a.version_ids[n.slot + 1] as version, n.response::text as response from answers n join attempts a on a.id = n.attempt_id
    where n.attempt_id = any(${sql.param([...ids])}::bigint[]) and not n.is_right and jsonb_typeof(n.response) <> 'null' order by 1, 2`);
  const found = new Map<number, Map<number, string>>();
  for (const { attempt_id, version, response } of rows) {
    const own = found.get(Number(attempt_id)) ?? new Map<number, string>();
    found.set(Number(attempt_id), own.set(Number(version), response));
  }
  return [...found].map(([id, wrong]) => ({ id, wrong }));
}

/** Of one person's several papers the first: two papers of one person are alike by nature. */
async function firstsOf(contestId: number): Promise<Set<number>> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select min(a.id) as id from attempts a join entries e on e.id = a.entry_id where e.contest_id = ${contestId} and a.state = 'finished' group by a.entry_id`);
  return new Set(rows.map(({ id }) => Number(id)));
}

async function keep(contestId: number, found: readonly Found[], now: Date): Promise<number> {
  const { rowCount } = await db().execute(sql`
    insert into integrity_flags (contest_id, kind, attempt_id, other_id, facts, found_at)
    select ${contestId}, r.kind, r.attempt, r.other, r.facts, ${now}
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r(kind text, attempt bigint, other bigint, facts jsonb)
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** Looks through a contest that is over for what a person should look at. It decides nothing; done again, it adds what is new. */
export async function findFlagsJob(payload: Record<string, unknown>, now: Date) {
  const { contestId } = payloadSchema.parse(payload);
  const ids = await attemptsOf(contestId);
  const firsts = await firstsOf(contestId);
  const isCompared = firsts.size <= MOST_COMPARED;
  const found: Found[] = [];
  const papers: Mistakes[] = [];
  for (let from = 0; from < ids.length; from += SLICE) {
    const some = ids.slice(from, from + SLICE);
    for (const [attempt, answers] of await firstAnswers(some)) {
      const facts = tooFast(answers);
      if (facts) found.push({ kind: "speed", attempt, other: null, facts });
    }
    if (isCompared) papers.push(...(await mistakesOf(some.filter((id) => firsts.has(id)))));
  }
  for (const { a, b, facts } of similarPairs(papers)) {
    found.push({ kind: "similar", attempt: Math.min(a, b), other: Math.max(a, b), facts });
  }
  return { papers: ids.length, compared: isCompared, flags: await keep(contestId, found, now) };
}

/** Asks for it, in the transaction that closes the contest or by hand; while one waits, for the same one. */
export async function askForFlags(tx: Db | Tx, contestId: number, now: Date, by: number | null = null): Promise<number> {
  const payload = JSON.stringify({ contestId });
  const waiting = await tx.execute<{ id: string }>(sql`
    select id from jobs where kind = 'find-flags' and done_at is null and failed_at is null and payload @> ${payload}::jsonb
      and locked_until is null and created_by is not distinct from ${by} limit 1`);
  const known = waiting.rows[0];
  if (known) return Number(known.id);
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into jobs (kind, payload, run_at, created_by) values ('find-flags', ${payload}::jsonb, ${now}, ${by}) returning id`,
  );
  return Number(rows[0]?.id);
}
