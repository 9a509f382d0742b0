import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { CAPS } from "#domain/points/grant.ts";
import { ENTRY_RULES, type EntryRule } from "#domain/points/rules.ts";
import type { PointWhy } from "#domain/points/why.ts";

/** An entry of the ledger with its why. `corrects`: the entry it changes, and what that was for. */
export const pointEntrySchema = z.object({
  id: z.number(),
  rule: z.enum(ENTRY_RULES),
  day: z.string(),
  enteredAt: z.date(),
  earned: z.number(),
  granted: z.number(),
  corrects: z.object({ id: z.number(), rule: z.enum(ENTRY_RULES) }).nullable(),
  title: z.string().nullable(),
  path: z.string().nullable(),
  share: z.number().nullable(),
  cutBy: z.enum(CAPS).nullable(),
  reason: z.string().nullable(),
});
export type PointEntry = z.output<typeof pointEntrySchema>;

type Row = {
  id: string;
  rule: EntryRule;
  day: string;
  entered_at: Date;
  earned: number;
  granted: number;
  why: PointWhy;
  corrects_id: string | null;
  corrected_rule: EntryRule | null;
};

/** Entries of a person's ledger, newest first. `where` is about e, the entry. */
export async function listEntries(
  db: Db | Tx,
  where: SQL,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<PointEntry[]> {
  const { rows } = await db.execute<Row>(sql`
    select e.id, e.rule, e.day::text, e.entered_at, e.earned, e.granted, e.why, e.corrects_id, c.rule as corrected_rule
    from point_entries e left join point_entries c on c.id = e.corrects_id
    where ${where} order by e.id desc limit ${limit} offset ${offset}`);
  return rows.map(({ why, ...row }) => ({
    ...{ id: Number(row.id), rule: row.rule, day: row.day, enteredAt: new Date(row.entered_at), earned: row.earned, granted: row.granted },
    corrects: row.corrects_id !== null && row.corrected_rule !== null ? { id: Number(row.corrects_id), rule: row.corrected_rule } : null,
    ...{ title: why.title ?? null, path: why.path ?? null, share: why.share ?? null, cutBy: why.cutBy ?? null, reason: why.reason ?? null },
  }));
}
