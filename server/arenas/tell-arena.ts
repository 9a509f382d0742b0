import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { whenOf } from "#server/meetings/tell-roster.ts";
import { giveNotice } from "#server/notices/give-notice.ts";

type Told = Readonly<{ id: number; title: string; branchId: number; opensAt: Date }>;
type Telling = Readonly<{ kind: "arena-announced" | "arena-changed" | "arena-cancelled"; reason?: string; now: Date }>;

/**
 * Tells the people of an arena's branch and below: who plays in it and sees it, as they are now. It is announced and called off to a person
 * once; who only runs it hears nothing. Returns how many were told.
 */
export async function tellArena(tx: Tx, { id, title, branchId, opensAt }: Told, { kind, reason, now }: Telling): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from people p join branches b on b.id = p.branch_id join branches top on top.id = ${branchId}
    where starts_with(b.path, top.path) and p.disabled_at is null`);
  return giveNotice(tx, {
    personIds: rows.map((row) => Number(row.id)),
    ...{ kind, params: { title, when: whenOf(opensAt), ...(reason !== undefined && { reason }) }, path: `/practice/arena/${id}`, now },
    ...(kind !== "arena-changed" && { dedupe: `arena ${id} ${kind}` }),
  });
}
