import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { BranchFacts } from "#domain/boards/branch-totals.ts";
import type { ContestSubject } from "#server/contests/find-contest.ts";

export type NamedBranchFacts = Omit<BranchFacts, "topN"> & { readonly names: ReadonlyMap<number, string> };

type Cached = { stamp: string; facts: NamedBranchFacts };
const process_ = globalThis as typeof globalThis & { zhixingBranchFacts?: Map<number, Cached> };
const LARGEST_CACHE = 30;

/** The same from the tables as they stand in this very transaction. */
export async function readBranchFacts(db: Db | Tx, contest: Pick<ContestSubject, "id" | "branchId" | "path">): Promise<NamedBranchFacts> {
  const tree = await db.execute<{ id: string; parent_id: string | null; name: string }>(
    sql`select id, case when id = ${contest.branchId} then null else parent_id end as parent_id, name from branches where path like ${`${contest.path}%`} order by path`,
  );
  const eligible = await db.execute<{ branch_id: string; count: number }>(
    sql`select branch_id, count(*)::int as count from contest_roster where contest_id = ${contest.id} group by branch_id`,
  );
  const results = await db.execute<{ branch_id: string; score_milli: number; total_ms: number }>(
    sql`select e.branch_id, s.score_milli, s.total_ms from standings s join entries e on e.id = s.entry_id where s.contest_id = ${contest.id} and s.counts`,
  );
  return {
    branches: tree.rows.map((row) => ({ id: Number(row.id), parentId: row.parent_id === null ? null : Number(row.parent_id) })),
    names: new Map(tree.rows.map((row) => [Number(row.id), row.name])),
    eligible: eligible.rows.map((row) => ({ branchId: Number(row.branch_id), count: row.count })),
    results: results.rows.map((row) => ({ branchId: Number(row.branch_id), scoreMilli: row.score_milli, totalMs: row.total_ms })),
  };
}

/** The facts a contest's branch board is made of: tree, roster, counted results. Read again only after something was counted. */
export async function branchFactsOf(db: Db, contest: ContestSubject): Promise<NamedBranchFacts> {
  const { rows } = await db.execute<{ stamp: string }>(sql`
    select coalesce((select max(id) from live_changes where contest_id = ${contest.id}), 0) || '/' ||
      (select count(*) from contest_roster where contest_id = ${contest.id}) as stamp`);
  const stamp = rows[0]?.stamp ?? "";
  process_.zhixingBranchFacts ??= new Map();
  const cache = process_.zhixingBranchFacts;
  const kept = cache.get(contest.id);
  if (kept?.stamp === stamp) return kept.facts;
  const facts = await readBranchFacts(db, contest);
  if (cache.size >= LARGEST_CACHE) cache.clear();
  cache.set(contest.id, { stamp, facts });
  return facts;
}
