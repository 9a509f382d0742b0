import { z } from "zod";
import { levelsScore } from "#domain/attempts/levels.ts";
import { type RankFields, ranked, rankKeyOf } from "#domain/boards/rank-key.ts";
import { REHEARSAL_FOLDER } from "./manifest.ts";
import { type Damage, filesNamed, type Pack, rowsOf } from "./open-pack.ts";
import { recheckHalls } from "./recheck-halls.ts";
import { recheckKept, teamRulesOf } from "./recheck-kept.ts";
import { recheckTries } from "./recheck-tries.ts";

const rowSchema = z.object({ entry_id: z.number().optional(), team_id: z.number().optional() });
const standingSchema = rowSchema.extend({
  score_milli: z.number(),
  right_count: z.number(),
  total_ms: z.number(),
  last_scoring_ms: z.number(),
  rank_key: z.string(),
  counts: z.boolean(),
});
const placeSchema = rowSchema.extend({ rank: z.number(), score_milli: z.number() });
/** Where a contest goes by levels (D4.6): how long they are. Packs of before there were levels say nothing of it. */
const levelled = { worths: z.array(z.number()), per_level: z.number().nullish() };
const paperSchema = z.object({ attempt_id: z.number(), score_milli: z.number(), right_count: z.number(), state: z.string(), ...levelled });
const answerSchema = z.object({ attempt_id: z.number(), slot: z.number(), milli: z.number(), is_right: z.boolean() });
/** A board as it is now, and the figures it follows from: of persons, and of teams. */
type Pair = Readonly<{ standings: string; board: string; of: "entry" | "team" }>;
const PAIRS: readonly Pair[] = [
  { standings: "standings.jsonl", board: "boards/now.jsonl", of: "entry" },
  { standings: "team-standings.jsonl", board: "boards/teams-now.jsonl", of: "team" },
];
/** The papers that count, and those of rehearsals: what each came to follows from its own answers. */
const FOLDERS = ["", REHEARSAL_FOLDER];

type Standing = RankFields & { id: number };
const idOf = (row: z.output<typeof rowSchema>, of: Pair["of"]): number => (of === "entry" ? row.entry_id : row.team_id) ?? 0;

/** Standings that count, and whether each one's sort key is the key of its own figures. */
async function readStandings(pack: Pack, { standings: name, of }: Pair): Promise<{ standings: Standing[]; problems: Damage[] }> {
  const standings: Standing[] = [];
  const problems: Damage[] = [];
  for await (const row of rowsOf(pack, name, standingSchema)) {
    const fields = {
      ...{ scoreMilli: row.score_milli, rightCount: row.right_count },
      ...{ totalMs: row.total_ms, lastScoringMs: row.last_scoring_ms },
    };
    if (rankKeyOf(fields) !== row.rank_key) problems.push({ name, why: `${of} ${idOf(row, of)}: rank_key` });
    if (row.counts) standings.push({ id: idOf(row, of), ...fields });
  }
  return { standings, problems };
}

/** The board as it is now, against the one that the standings give. */
async function recheckNow(pack: Pack, { board, of }: Pair, standings: readonly Standing[]): Promise<Damage[]> {
  const expected = new Map(ranked(standings).map(({ id, rank, scoreMilli }) => [id, { rank, scoreMilli }]));
  const problems: Damage[] = [];
  for await (const { rank, score_milli, ...row } of rowsOf(pack, board, placeSchema)) {
    const one = expected.get(idOf(row, of));
    if (one?.rank !== rank || one.scoreMilli !== score_milli) problems.push({ name: board, why: `${of} ${idOf(row, of)}: place` });
    expected.delete(idOf(row, of));
  }
  return [...problems, ...[...expected.keys()].map((id) => ({ name: board, why: `${of} ${id}: missing` }))];
}

/** The sum of every paper, against its answers one by one. */
async function recheckPapers(pack: Pack, folder: string): Promise<Damage[]> {
  const [papers, answered] = [`${folder}papers.jsonl`, `${folder}answers.jsonl`];
  const sums = new Map<number, { milli: number; right: number; rights: boolean[] }>();
  for await (const { attempt_id, slot, milli, is_right } of rowsOf(pack, answered, answerSchema)) {
    const { rights, ...sum } = sums.get(attempt_id) ?? { milli: 0, right: 0, rights: [] };
    rights[slot] = is_right;
    sums.set(attempt_id, { milli: sum.milli + milli, right: sum.right + Number(is_right), rights });
  }
  const problems: Damage[] = [];
  for await (const { attempt_id, score_milli, right_count, worths, per_level: perLevel } of rowsOf(pack, papers, paperSchema)) {
    const { milli, right, rights } = sums.get(attempt_id) ?? { milli: 0, right: 0, rights: [] };
    const answers = () => rights.map((isRight, slot) => ({ right: isRight, worth: worths[slot] ?? 0 }));
    const score = typeof perLevel === "number" ? levelsScore(answers(), { perLevel }) : milli;
    if (score !== score_milli || right !== right_count) problems.push({ name: papers, why: `attempt ${attempt_id}: sum` });
  }
  return problems;
}

/** Whether everything follows from what it is made of: papers from answers, keys from figures, boards from standings, scores of finals from their ledgers. */
export async function recheckBoards(pack: Pack): Promise<{ boards: number; problems: Damage[] }> {
  const kept = pack.files.filter(({ name }) => name.startsWith("boards/") && name.endsWith(".json"));
  const found: Damage[] = [];
  for (const folder of FOLDERS) found.push(...(await recheckPapers(pack, folder)), ...(await recheckTries(pack, folder)));
  const pairs = PAIRS.filter(({ board }) => filesNamed(pack, board).length > 0);
  for (const pair of pairs) {
    const { standings, problems } = await readStandings(pack, pair);
    found.push(...problems, ...(await recheckNow(pack, pair, standings)));
  }
  const rules = await teamRulesOf(pack);
  for (const file of kept) found.push(...(await recheckKept(pack, file, rules)));
  const halls = await recheckHalls(pack);
  return { boards: kept.length + pairs.length + halls.halls, problems: [...found, ...halls.problems] };
}
