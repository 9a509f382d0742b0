import { asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { promotionRows, promotions } from "#db/schema/stages.ts";
import { differenceOf, type NamedRow } from "#server/stages/read-promotion.ts";

type Row = typeof promotionRows.$inferSelect;
const namedRow = ({ teamId, personId, kind, name, branchName, division, rank, scoreMilli, why }: Row): NamedRow => ({
  ...{ subject: teamId ?? personId ?? 0, kind, name, branchName, division, rank, scoreMilli, why },
});

/** Every list of who goes on, a line each, as it was published, and what it changed of the one before. */
export async function promotionLines(db: Db | Tx, contestId: number): Promise<string[]> {
  const lists = await db.select().from(promotions).where(eq(promotions.contestId, contestId)).orderBy(asc(promotions.number));
  const lines: string[] = [];
  let before: NamedRow[] = [];
  for (const { id, number, rules, publishedAt, publishedBy, without, reason } of lists) {
    const kept = await db.select().from(promotionRows).where(eq(promotionRows.promotionId, id)).orderBy(asc(promotionRows.place));
    const rows = kept.map(namedRow);
    const difference = number > 1 ? differenceOf(before, rows) : null;
    lines.push(JSON.stringify({ number, rules, publishedAt, publishedBy, without, reason, rows, difference }));
    before = rows;
  }
  return lines;
}
