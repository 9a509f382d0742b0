import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { boardSnapshots } from "#db/schema/contests.ts";
import type { BranchFacts } from "#domain/boards/branch-totals.ts";
import type { BoardCut, BranchInputs } from "#domain/boards/freeze.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

export type NamedBranchFacts = Omit<BranchFacts, "topN"> & { readonly names: ReadonlyMap<number, string> };

type Cached = { stamp: string; facts: NamedBranchFacts };
const process_ = globalThis as typeof globalThis & { zhixingBranchFacts?: Map<string, Cached> };
const LARGEST_CACHE = 30;

async function resultsOf(db: Db | Tx, table: SQL, contestId: number): Promise<NamedBranchFacts["results"]> {
  const { rows } = await db.execute<{ branch_id: string; score_milli: number; total_ms: number }>(
    sql`select e.branch_id, s.score_milli, s.total_ms from ${table} s join entries e on e.id = s.entry_id where s.contest_id = ${contestId} and s.counts`,
  );
  return rows.map((row) => ({ branchId: Number(row.branch_id), scoreMilli: row.score_milli, totalMs: row.total_ms }));
}

/** The same from the tables as they stand in this very transaction. */
export async function readBranchFacts(db: Db | Tx, contest: Pick<ContestSubject, "id" | "branchId" | "path">): Promise<NamedBranchFacts> {
  const tree = await db.execute<{ id: string; parent_id: string | null; name: string }>(
    sql`select id, case when id = ${contest.branchId} then null else parent_id end as parent_id, name from branches where path like ${`${contest.path}%`} order by path`,
  );
  const eligible = await db.execute<{ branch_id: string; count: number }>(
    sql`select branch_id, count(*)::int as count from contest_roster where contest_id = ${contest.id} group by branch_id`,
  );
  return {
    branches: tree.rows.map((row) => ({ id: Number(row.id), parentId: row.parent_id === null ? null : Number(row.parent_id) })),
    names: new Map(tree.rows.map((row) => [Number(row.id), row.name])),
    eligible: eligible.rows.map((row) => ({ branchId: Number(row.branch_id), count: row.count })),
    results: await resultsOf(db, sql`standings`, contest.id),
  };
}

/** Tree and roster of these facts as they are kept beside a board, to reckon its branches from. */
export const inputsOf = ({ branches, eligible, names }: NamedBranchFacts): BranchInputs => ({
  branches: branches.map((branch) => ({ ...branch, name: names.get(branch.id) ?? "" })),
  eligible,
});

/** The same of the freeze: tree and roster as they were stored with S_f, and its results (D6). Empty while there is none. */
export async function readFrozenFacts(db: Db | Tx, contest: Pick<ContestSubject, "id">): Promise<NamedBranchFacts> {
  const [kept] = await db
    .select({ inputs: boardSnapshots.inputs })
    .from(boardSnapshots)
    .where(and(eq(boardSnapshots.contestId, contest.id), eq(boardSnapshots.moment, "freeze")))
    .orderBy(desc(boardSnapshots.revision))
    .limit(1);
  return factsOf(kept?.inputs ?? { branches: [], eligible: [] }, await resultsOf(db, sql`frozen_standings`, contest.id));
}

/** Facts out of a tree and a roster that were kept, and results. */
export const factsOf = ({ branches, eligible }: BranchInputs, results: NamedBranchFacts["results"]): NamedBranchFacts => ({
  branches: branches.map(({ id, parentId }) => ({ id, parentId })),
  names: new Map(branches.map(({ id, name }) => [id, name])),
  ...{ eligible, results },
});

const stampOf = (contestId: number, cut: BoardCut) =>
  cut === "now"
    ? sql`select coalesce((select max(id) from live_changes where contest_id = ${contestId}), 0) || '/' ||
        (select count(*) from contest_roster where contest_id = ${contestId}) as stamp`
    : sql`select coalesce((select max(id) from live_changes where contest_id = ${contestId} and change = 'frozen'), 0)::text as stamp`;

/** The facts a contest's branch board is made of: tree, roster, counted results. Read again only after something was counted. */
export async function branchFactsOf(db: Db, contest: ContestSubject, cut: BoardCut): Promise<NamedBranchFacts> {
  const { rows } = await db.execute<{ stamp: string }>(stampOf(contest.id, cut));
  const stamp = rows[0]?.stamp ?? "";
  process_.zhixingBranchFacts ??= new Map();
  const cache = process_.zhixingBranchFacts;
  const name = `${contest.id}/${cut}`;
  const kept = cache.get(name);
  if (kept?.stamp === stamp) return kept.facts;
  const facts = cut === "now" ? await readBranchFacts(db, contest) : await readFrozenFacts(db, contest);
  if (cache.size >= LARGEST_CACHE) cache.clear();
  cache.set(name, { stamp, facts });
  return facts;
}
