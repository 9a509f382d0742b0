import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import type { RankFields } from "#domain/boards/rank-key.ts";

/** Why a place is what it is (D4.1): the fields, and who stands before by the field that decided; `shared`: others of the same rank. */
export const whySchema = z.object({
  ...{ rank: z.number(), scoreMilli: z.number(), rightCount: z.number(), totalMs: z.number(), lastScoringMs: z.number() },
  before: z.object({ score: z.number(), right: z.number(), total: z.number(), last: z.number() }),
  shared: z.number(),
});

type Counts = { score: number; right: number; total: number; last: number; shared: number };

/** How many of `among` (a table with its condition) have more points; as many and more right; and so on. Numbers, and nobody's result. */
export async function beforeOf(
  db: Db,
  among: SQL,
  other: SQL,
  { scoreMilli, rightCount, totalMs, lastScoringMs, rankKey }: RankFields & { rankKey: string },
): Promise<Pick<z.output<typeof whySchema>, "rank" | "before" | "shared">> {
  // The stored key holds the fields in their order: whoever stands before has the greater one.
  const { rows } = await db.execute<Counts>(sql`
    select count(*) filter (where score_milli > ${scoreMilli})::int as score,
      count(*) filter (where score_milli = ${scoreMilli} and right_count > ${rightCount})::int as right,
      count(*) filter (where score_milli = ${scoreMilli} and right_count = ${rightCount} and total_ms < ${totalMs})::int as total,
      count(*) filter (where score_milli = ${scoreMilli} and right_count = ${rightCount} and total_ms = ${totalMs}
        and last_scoring_ms < ${lastScoringMs})::int as last,
      count(*) filter (where rank_key = ${rankKey} and ${other})::int as shared
    from ${among} and rank_key >= ${rankKey}`);
  const { shared, ...before } = rows[0] ?? { score: 0, right: 0, total: 0, last: 0, shared: 0 };
  return { rank: 1 + before.score + before.right + before.total + before.last, before, shared };
}
