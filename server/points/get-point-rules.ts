import { asc, gt } from "drizzle-orm";
import { z } from "zod";
import { pointPolicies } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { pointPolicySchema, policyOfStored } from "#domain/points/policy.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { query } from "#server/verb.ts";
import { policyAt } from "./policy-at.ts";

const inForceSchema = z.object({ policy: pointPolicySchema, validFrom: z.date() });

/** The rules of points as they are in force, and those that come: everybody reads by what he is given them. */
export const getPointRules = query({
  at: "GET /api/points/rules",
  input: z.strictObject({}),
  output: z.object({ isPrivate: z.boolean(), current: inForceSchema.nullable(), coming: z.array(inForceSchema) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { now }) {
    const { id, policy, validFrom } = pointPolicies;
    const coming = await db.select({ policy, validFrom }).from(pointPolicies).where(gt(validFrom, now)).orderBy(asc(validFrom), asc(id));
    return {
      isPrivate: (await findOrganisation())?.lightBurden ?? true,
      current: await policyAt(db, now),
      coming: coming.map((one) => ({ ...one, policy: policyOfStored(one.policy) })),
    };
  },
});
