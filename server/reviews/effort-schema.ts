import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import type { Effort } from "#domain/reviews/rating.ts";
import { flagSchema } from "#server/input-schemas.ts";

/** What the browser tells of an answer to practise on; who tells it wrong only deceives the own schedule. */
export const effortSchema = {
  /** Another answer was chosen first. */
  changed: flagSchema.default(false),
  usedHint: flagSchema.default(false),
  /** "This was easy", said by the member. */
  easy: flagSchema.default(false),
  tookMs: z.coerce.number().int().min(0).max(86_400_000).optional(),
};
type Said = Readonly<{ changed: boolean; usedHint: boolean; easy: boolean; tookMs?: number | undefined }>;

/** Fewer answers have no median worth the name; of more the latest are enough. */
const ENOUGH = 20;
const LATEST = 200;

/** The time in which half of all people answered this wording in practice; null while too few have. */
async function medianMsOf(db: Db | Tx, versionId: number): Promise<number | null> {
  const { rows } = await db.execute<{ median: number | null; count: number }>(sql`
    select percentile_cont(0.5) within group (order by took_ms)::float8 as median, count(*)::int as count
    from (select took_ms from practice_answers where version_id = ${versionId} and response is not null order by answered_at desc limit ${LATEST}) a`);
  return rows[0] && rows[0].count >= ENOUGH ? rows[0].median : null;
}

/** What is known of how an answer came about, with the time others took for the question. */
export async function effortOf(db: Db | Tx, versionId: number, { tookMs, ...said }: Said): Promise<Effort> {
  return tookMs === undefined ? said : { ...said, tookMs, medianMs: await medianMsOf(db, versionId) };
}
