import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { type PoolIndex, type PoolQuestion, poolIndexOf } from "#domain/papers/pool-index.ts";
import type { QuestionKind } from "#domain/questions/question.ts";

type Row = { version_id: string; question_id: string; category: string; kind: QuestionKind; difficulty: number };
const poolQuestion = (row: Row): PoolQuestion => ({
  versionId: Number(row.version_id),
  questionId: Number(row.question_id),
  category: row.category,
  kind: row.kind,
  difficulty: row.difficulty,
});

const columns = sql`v.id as version_id, v.question_id, v.category, v.kind, v.difficulty`;

/** Published questions a contest of this branch may draw from now: shared ones, and those of the branch or of one above it. */
export async function listBankFor(tx: Db | Tx, path: string): Promise<PoolQuestion[]> {
  const { rows } = await tx.execute<Row>(sql`
    select ${columns} from questions q join question_versions v on v.id = q.published_version_id
    left join branches b on b.id = q.branch_id
    where q.state <> 'retired' and (q.branch_id is null or ${path} like b.path || '%')`);
  return rows.map(poolQuestion);
}

/** Freezes the pool of a contest: what any of the lines could take, as the bank stands at publication. */
export async function storePool(
  tx: Tx,
  contestId: number,
  bank: readonly PoolQuestion[],
  takes: (question: PoolQuestion) => boolean,
): Promise<void> {
  const ids = bank.filter(takes).map(({ versionId }) => versionId);
  await tx.execute(sql`delete from contest_pool where contest_id = ${contestId}`);
  await tx.execute(sql`insert into contest_pool (contest_id, version_id) select ${contestId}, unnest(${sql.param(ids)}::bigint[])`);
}

type Cache = Map<string, PoolIndex>;
const process_ = globalThis as typeof globalThis & { zhixingContestPools?: Cache };
const LARGEST_CACHE = 50;

/** The frozen pool, prepared for drawing; kept in memory because a published contest's pool never changes. */
export async function poolOfContest(tx: Db | Tx, contestId: number, publishedAt: Date): Promise<PoolIndex> {
  process_.zhixingContestPools ??= new Map();
  const cache = process_.zhixingContestPools;
  const name = `${contestId}@${publishedAt.getTime()}`;
  const kept = cache.get(name);
  if (kept) return kept;
  const { rows } = await tx.execute<Row>(
    sql`select ${columns} from contest_pool cp join question_versions v on v.id = cp.version_id where cp.contest_id = ${contestId} order by v.id`,
  );
  const index = poolIndexOf(rows.map(poolQuestion));
  if (cache.size >= LARGEST_CACHE) cache.clear();
  cache.set(name, index);
  return index;
}
