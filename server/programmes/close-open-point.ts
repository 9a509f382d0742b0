import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { openPoints } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

async function lockPoint(tx: Tx, id: number) {
  const [point] = await tx
    .select({ id: openPoints.id, branchId: openPoints.branchId, path: branches.path, body: openPoints.body, closedAt: openPoints.closedAt })
    .from(openPoints)
    .innerJoin(branches, eq(branches.id, openPoints.branchId))
    .where(eq(openPoints.id, id))
    .for("update", { of: openPoints });
  return point;
}

/** Closes a point with a note on what was done; wherever it was carried from or to, it is closed with it: it is one point. */
export const closeOpenPoint = command({
  at: "POST /api/desk/points/:id/close",
  input: z.strictObject({ id: idSchema, note: textSchema(1_000) }),
  output: z.object({ closedAt: z.date() }),
  refusals: ["point-closed"],
  door: "desk",
  load: (tx, { id }) => lockPoint(tx, id),
  may: can.keepOpenPoint,
  async run(tx, point, { id, note }, context) {
    if (point.closedAt) throw new Refusal("point-closed");
    const { now, viewer } = context;
    await tx.execute(sql`
      with recursive up(id, parent) as (
        select id, carried_from_id from open_points where id = ${id}
        union select o.id, o.carried_from_id from open_points o join up on o.id = up.parent
      ), chain(id) as (
        select id from up union select o.id from open_points o join chain c on o.carried_from_id = c.id
      )
      update open_points set closed_at = ${now}, closed_by = ${viewer.personId}, closing_note = ${note}
      where id in (select id from chain) and closed_at is null`);
    await writeAudit(tx, {
      context,
      action: "open-point.close",
      object: "open-point",
      objectId: id,
      branchId: point.branchId,
      before: { body: point.body },
      reason: note.slice(0, 500),
    });
    return { closedAt: now };
  },
});
