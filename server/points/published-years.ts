import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

export type PublishedYear = Readonly<{ year: number; policyId: number; publishedAt: Date }>;

/** The study years whose statements are open, latest first; of a year that was published again the last publication. */
export async function publishedYears(db: Db | Tx): Promise<PublishedYear[]> {
  const { rows } = await db.execute<{ year: number; policy_id: string; published_at: Date }>(sql`
    select distinct on (year) year, policy_id, published_at from study_years order by year desc, id desc`);
  return rows.map((row) => ({ year: row.year, policyId: Number(row.policy_id), publishedAt: new Date(row.published_at) }));
}
