import type { BoardCut } from "#domain/boards/freeze.ts";
import type { RankFields } from "#domain/boards/rank-key.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";

/** A counted result as stored. */
export type StandingRow = RankFields & Readonly<{ entryId: number; branchId: number; counts: boolean; days: number }>;
type Raw = [
  entryId: string,
  branchId: string,
  scoreMilli: number,
  rightCount: number,
  totalMs: number,
  lastScoringMs: number,
  counts: boolean,
  days: number,
];

const SLICE = 5_000;
const columnsOf = (table: "standings" | "frozen_standings"): string =>
  `select s.entry_id, e.branch_id, s.score_milli, s.right_count, s.total_ms, s.last_scoring_ms, s.counts, s.days from ${table} s join entries e on e.id = s.entry_id`;

async function ask(name: string, text: string, values: unknown[]): Promise<StandingRow[]> {
  const { rows } = await answerPool().query<Raw>({ name, text, values, rowMode: "array" });
  return rows.map(([entryId, branchId, scoreMilli, rightCount, totalMs, lastScoringMs, counts, days]) => ({
    entryId: Number(entryId),
    branchId: Number(branchId),
    scoreMilli,
    rightCount,
    totalMs,
    lastScoringMs,
    counts,
    days,
  }));
}

/** Every counted result of a contest, of now or of its freeze, in slices, so that a million of them do not hold up an answer. */
export async function* standingsOfContest(contestId: number, cut: Exclude<BoardCut, "none">): AsyncGenerator<StandingRow[]> {
  const columns = columnsOf(cut === "now" ? "standings" : "frozen_standings");
  const text = `${columns} where s.contest_id = $1 and s.entry_id > $2 order by s.entry_id limit ${SLICE}`;
  for (let after = 0; ; ) {
    const rows = await ask(`standings-slice-${cut}`, text, [contestId, after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.entryId;
  }
}

/** The results of these entries as they stand now. */
export const listStandings = (entryIds: readonly number[]): Promise<StandingRow[]> =>
  ask("standings-of", `${columnsOf("standings")} where s.entry_id = any($1::bigint[])`, [entryIds]);

/** Names of entries, for the few places that are shown. */
export async function namesOfEntries(entryIds: readonly number[]): Promise<Map<number, { name: string; branchName: string }>> {
  const { rows } = await answerPool().query<{ id: string; name: string; branch_name: string }>({
    name: "entry-names",
    text: "select e.id, p.name, b.name as branch_name from entries e join people p on p.id = e.person_id join branches b on b.id = e.branch_id where e.id = any($1::bigint[])",
    values: [entryIds],
  });
  return new Map(rows.map((row) => [Number(row.id), { name: row.name, branchName: row.branch_name }]));
}
