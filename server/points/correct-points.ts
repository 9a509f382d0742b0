import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { pointEntries } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockPoints } from "./lock-points.ts";

type Found = { person_id: string; policy_id: string; path: string; branch_id: string };

/** The entry, once nobody else gives or corrects points of the same person; an entry that corrects is none to correct. */
async function lockEntry(tx: Tx, id: number) {
  const { rows } = await tx.execute<Found>(sql`
    select e.person_id, e.policy_id, b.path, b.id as branch_id from point_entries e join people p on p.id = e.person_id
    join branches b on b.id = p.branch_id where e.id = ${id} and e.corrects_id is null`);
  const [found] = rows;
  if (!found) return undefined;
  await lockPoints(tx, [Number(found.person_id)]);
  return { personId: Number(found.person_id), policyId: Number(found.policy_id), path: found.path, branchId: Number(found.branch_id) };
}

/** What is left of an entry, and how often an administrator has corrected it. */
async function leftOf(tx: Tx, id: number): Promise<{ left: number; corrections: number }> {
  const { rows } = await tx.execute<{ left: number; corrections: number }>(sql`
    select e.granted + coalesce(sum(c.granted), 0)::int as left, count(c.id) filter (where c.rule = 'correction')::int as corrections
    from point_entries e left join point_entries c on c.corrects_id = e.id where e.id = ${id} group by e.id`);
  return rows[0] ?? { left: 0, corrections: 0 };
}

/**
 * Takes points of an entry back by an entry below nothing, with its reason; the person is told. The number of the entry is what its owner
 * sees in the own ledger: in light-burden mode an administrator sees no ledger, and corrects what he is told of.
 */
export const correctPoints = command({
  at: "POST /api/desk/points/corrections",
  input: z.strictObject({ entry: idSchema, points: z.coerce.number().int().min(1).max(1_000), reason: lineSchema(500) }),
  output: z.object({ id: z.number(), corrects: z.number() }),
  refusals: ["points-more-than-entry"],
  door: "desk",
  load: (tx, { entry }) => lockEntry(tx, entry),
  may: can.correctPoints,
  async run(tx, { personId, policyId, branchId }, { entry: id, points, reason }, context) {
    const { viewer, now } = context;
    const { left, corrections } = await leftOf(tx, id);
    if (points > left) throw fieldRefusal("points", "points-more-than-entry");
    const [made] = await tx
      .insert(pointEntries)
      .values({
        ...{ personId, rule: "correction", source: `entry ${id} correction ${corrections + 1}`, day: dayOf(now), earned: -points },
        ...{ granted: -points, policyId, correctsId: id, why: { reason }, enteredAt: now, enteredBy: viewer.personId },
      })
      .returning({ id: pointEntries.id });
    const told = { kind: "points-corrected", params: { points, reason }, path: "/me/points", dedupe: `points ${made?.id}` };
    await giveNotice(tx, { ...told, personIds: [personId], now });
    await writeAudit(tx, {
      ...{ context, action: "points.correct", object: "point_entry", objectId: id, branchId, after: { points: -points }, reason },
    });
    return { id: made?.id ?? 0, corrects: id };
  },
});
