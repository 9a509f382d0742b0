import { type ContestFormat, type JudgedFormat, judgedFormatOf } from "#domain/contests/format.ts";
import type { MultipleMode, QuestionBody, QuestionKey } from "#domain/questions/question.ts";
import { answerPool } from "./answer-pool.ts";
import { patiently } from "./patiently.ts";
import { rideAlong } from "./ride-along.ts";

/** What judging needs of an attempt. None of it changes while the attempt lives (a trigger sees to it). */
export type Paper = Readonly<{
  personId: number;
  contestId: number | null;
  seed: string;
  versionIds: readonly number[];
  /** Milli-points of each slot. */
  worths: readonly number[];
  multipleMode: MultipleMode;
  shuffleOptions: boolean;
  /** Each answer is judged when it is given, through another door (D4.3–D4.5). */
  judged: JudgedFormat["kind"] | null;
  /** How many questions a level has, where the contest goes by levels (D4.6). */
  perLevel: number | null;
}>;
export type JudgedVersion = Readonly<{ body: QuestionBody; key: QuestionKey }>;

const PAPERS = 30_000;
const VERSIONS = 20_000;

type PaperRow = {
  id: string;
  person_id: string;
  contest_id: string | null;
  seed: string;
  version_ids: string[];
  worths: number[];
  multiple_mode: MultipleMode | null;
  shuffle_options: boolean | null;
  format: ContestFormat | null;
};

async function loadPapers(ids: number[]): Promise<(Paper | null)[]> {
  const { rows } = await answerPool().query<PaperRow>({
    name: "load-papers",
    text: `select a.id, a.person_id, c.id as contest_id, a.seed, a.version_ids, a.worths, c.rules->>'multipleMode' as multiple_mode,
      (c.rules->>'shuffleOptions')::bool as shuffle_options,
      c.rules->'format' as format
      from attempts a left join entries e on e.id = a.entry_id left join rehearsals r on r.attempt_id = a.id
      left join contests c on c.id = coalesce(e.contest_id, r.contest_id) where a.id = any($1::bigint[])`,
    values: [ids],
  });
  const found = new Map(rows.map((row) => [Number(row.id), paperOf(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

const paperOf = (row: PaperRow): Paper => ({
  personId: Number(row.person_id),
  contestId: row.contest_id === null ? null : Number(row.contest_id),
  seed: row.seed,
  versionIds: row.version_ids.map(Number),
  worths: row.worths,
  multipleMode: row.multiple_mode ?? "all_or_nothing",
  shuffleOptions: row.shuffle_options ?? true,
  judged: judgedFormatOf({ format: row.format ?? undefined })?.kind ?? null,
  perLevel: row.format?.kind === "levels" ? row.format.perLevel : null,
});

async function loadVersions(ids: number[]): Promise<(JudgedVersion | null)[]> {
  const { rows } = await answerPool().query<{ id: string; body: QuestionBody; key: QuestionKey }>({
    name: "load-versions",
    text: "select v.id, v.body, k.key from question_versions v join question_keys k on k.version_id = v.id where v.id = any($1::bigint[])",
    values: [ids],
  });
  const found = new Map(rows.map(({ id, body, key }) => [Number(id), { body, key }]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Keeps the `size` most recently asked-for; what was not found is asked again the next time. Those missing at one moment are read in one query. */
function remembering<T>(size: number, load: (ids: number[]) => Promise<(T | null)[]>) {
  const kept = new Map<number, T>();
  const loading = rideAlong({ carry: (ids: number[]) => patiently(() => load(ids)), most: 2_000, seats: 50_000 });
  return async (id: number): Promise<T | null> => {
    const known = kept.get(id);
    if (known !== undefined) {
      kept.delete(id);
      kept.set(id, known);
      return known;
    }
    const loaded = await loading.join(id);
    if (loaded === null) return null;
    if (kept.size >= size) kept.delete(kept.keys().next().value as number);
    kept.set(id, loaded);
    return loaded;
  };
}

/** The paper of an attempt, or null when there is none. */
export const findPaper = remembering(PAPERS, loadPapers);

/** A question version with its key, or null. It never leaves the process that judges. */
export const findJudgedVersion = remembering(VERSIONS, loadVersions);
