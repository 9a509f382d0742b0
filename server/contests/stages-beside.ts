import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";

const { id, slug, title } = contests;

/** The stage a contest comes after, and the one that comes after it and was not called off. */
export async function stagesBeside(db: Db | Tx, contest: { id: number; followsId: number | null }) {
  const [before] = contest.followsId === null ? [] : await db.select({ slug, title }).from(contests).where(eq(id, contest.followsId));
  const [after] = await db
    .select({ slug, title })
    .from(contests)
    .where(and(eq(contests.followsId, contest.id), isNull(contests.cancelledAt)));
  return { follows: before ?? null, nextStage: after ?? null };
}
