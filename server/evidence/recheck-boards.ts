import { z } from "zod";
import { type RankFields, ranked, rankKeyOf } from "#domain/boards/rank-key.ts";
import { type Damage, linesOf, type Pack, type PackedFile } from "./open-pack.ts";

const standingSchema = z.object({
  entry_id: z.number(),
  score_milli: z.number(),
  right_count: z.number(),
  total_ms: z.number(),
  last_scoring_ms: z.number(),
  rank_key: z.string(),
  counts: z.boolean(),
});
const placeSchema = z.object({ rank: z.number(), entry_id: z.number(), score_milli: z.number() });
const paperSchema = z.object({ attempt_id: z.number(), score_milli: z.number(), right_count: z.number(), state: z.string() });
const answerSchema = z.object({ attempt_id: z.number(), milli: z.number(), is_right: z.boolean() });
const keptSchema = z.object({
  rows: z.array(
    z.object({
      rank: z.number(),
      scoreMilli: z.number(),
      rightCount: z.number(),
      totalMs: z.number(),
      lastScoringMs: z.number(),
    }),
  ),
});

const STANDINGS = "standings.jsonl";
const NOW = "boards/now.jsonl";
const PAPERS = "papers.jsonl";
const ANSWERS = "answers.jsonl";

const fileOf = (pack: Pack, name: string): PackedFile[] => pack.files.filter((file) => file.name === name);

async function* rowsOf<T>(pack: Pack, name: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for (const file of fileOf(pack, name)) for await (const line of linesOf(pack, file)) yield schema.parse(JSON.parse(line));
}

type Standing = RankFields & { entryId: number };

/** Standings that count, and whether each one's sort key is the key of its own figures. */
async function readStandings(pack: Pack): Promise<{ standings: Standing[]; problems: Damage[] }> {
  const standings: Standing[] = [];
  const problems: Damage[] = [];
  for await (const row of rowsOf(pack, STANDINGS, standingSchema)) {
    const fields = {
      ...{ scoreMilli: row.score_milli, rightCount: row.right_count },
      ...{ totalMs: row.total_ms, lastScoringMs: row.last_scoring_ms },
    };
    if (rankKeyOf(fields) !== row.rank_key) problems.push({ name: STANDINGS, why: `entry ${row.entry_id}: rank_key` });
    if (row.counts) standings.push({ entryId: row.entry_id, ...fields });
  }
  return { standings, problems };
}

/** The board as it is now, against the one that the standings give. */
async function recheckNow(pack: Pack, standings: readonly Standing[]): Promise<Damage[]> {
  const expected = new Map(ranked(standings).map(({ entryId, rank, scoreMilli }) => [entryId, { rank, scoreMilli }]));
  const problems: Damage[] = [];
  for await (const { entry_id, rank, score_milli } of rowsOf(pack, NOW, placeSchema)) {
    const one = expected.get(entry_id);
    if (one?.rank !== rank || one.scoreMilli !== score_milli) problems.push({ name: NOW, why: `entry ${entry_id}: place` });
    expected.delete(entry_id);
  }
  return [...problems, ...[...expected.keys()].map((entry) => ({ name: NOW, why: `entry ${entry}: missing` }))];
}

/** A board that was kept, against the places its own figures give. */
async function recheckKept(pack: Pack, file: PackedFile): Promise<Damage[]> {
  for await (const line of linesOf(pack, file)) {
    const kept = keptSchema.safeParse(JSON.parse(line));
    if (!kept.success) return []; // a board of another kind, whose places follow from other figures
    const places = ranked(kept.data.rows.map((row, at) => ({ ...row, told: row.rank, at })));
    const wrong = places.filter(({ rank, told }) => rank !== told);
    return wrong.map(({ at }) => ({ name: file.name, why: `row ${at + 1}: place` }));
  }
  return [];
}

/** The sum of every paper, against its answers one by one. */
async function recheckPapers(pack: Pack): Promise<Damage[]> {
  const sums = new Map<number, { milli: number; right: number }>();
  for await (const { attempt_id, milli, is_right } of rowsOf(pack, ANSWERS, answerSchema)) {
    const sum = sums.get(attempt_id) ?? { milli: 0, right: 0 };
    sums.set(attempt_id, { milli: sum.milli + milli, right: sum.right + Number(is_right) });
  }
  const problems: Damage[] = [];
  for await (const { attempt_id, score_milli, right_count } of rowsOf(pack, PAPERS, paperSchema)) {
    const { milli, right } = sums.get(attempt_id) ?? { milli: 0, right: 0 };
    if (milli !== score_milli || right !== right_count) problems.push({ name: PAPERS, why: `attempt ${attempt_id}: sum` });
  }
  return problems;
}

/** Whether everything follows from what it is made of: papers from answers, keys from figures, boards from standings. */
export async function recheckBoards(pack: Pack): Promise<{ boards: number; problems: Damage[] }> {
  const { standings, problems } = await readStandings(pack);
  const kept = pack.files.filter(({ name }) => name.startsWith("boards/") && name.endsWith(".json"));
  const found = [...problems, ...(await recheckPapers(pack)), ...(await recheckNow(pack, standings))];
  for (const file of kept) found.push(...(await recheckKept(pack, file)));
  return { boards: kept.length + 1, problems: found };
}
