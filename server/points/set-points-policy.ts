import { z } from "zod";
import { pointPolicies } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { policyFields, policyOfFields } from "#domain/points/policy-fields.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, reasonSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal, noSubject } from "#server/verb.ts";
import { policyAt } from "./policy-at.ts";

/** The first moment of a day on the organisation's clock. */
const beginOf = (day: string) => new Date(`${day}T00:00:00+08:00`);

/**
 * Sets what gives points from a day on, or from now. A new row each time, never retroactive: what was given stays as it was given, and a day
 * that has passed is refused. Off, nothing is given any more; what was given stays.
 */
export const setPointsPolicy = command({
  at: "POST /api/desk/points",
  input: z.strictObject({ ...policyFields, validFrom: blankable(z.iso.date()), reason: reasonSchema }),
  output: z.object({ id: z.number(), validFrom: z.date() }),
  refusals: ["points-week-cap", "points-stars", "points-weights", "points-not-back"],
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { validFrom: day, reason, ...fields }, context) {
    const { viewer, now } = context;
    const read = policyOfFields(fields);
    if ("code" in read) throw fieldRefusal(read.field, read.code);
    const validFrom = day === undefined ? now : beginOf(day);
    if (validFrom < now) throw fieldRefusal("validFrom", "points-not-back");
    const before = await policyAt(tx, validFrom);
    const { policy } = read;
    const [kept] = await tx
      .insert(pointPolicies)
      .values({ policy, validFrom, savedBy: viewer.personId, savedAt: now })
      .returning({ id: pointPolicies.id });
    const id = kept?.id ?? 0;
    await writeAudit(tx, {
      ...{ context, action: "points.policy", object: "point_policy", objectId: id, reason },
      ...{ before: before && { policy: before.policy }, after: { policy, validFrom } },
    });
    return { id, validFrom };
  },
});
