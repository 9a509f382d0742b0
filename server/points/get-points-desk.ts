import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/people.ts";
import { pointPolicies } from "#db/schema/points.ts";
import { can } from "#domain/access.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { DEFAULT_POLICY, pointPolicySchema, policyOfStored, weighsYears } from "#domain/points/policy.ts";
import { studyYearOf } from "#domain/points/study-year.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { query } from "#server/verb.ts";
import { policyAt } from "./policy-at.ts";
import { publishedYears } from "./published-years.ts";

const HISTORY = 50;

/** The rules of points for who sets them: those in force or the template, every version there was, and the study years that may be published. */
export const getPointsDesk = query({
  at: "GET /api/desk/points",
  input: z.strictObject({}),
  output: z.object({
    lightBurden: z.boolean(),
    current: z.object({ id: z.number().nullable(), policy: pointPolicySchema }),
    history: z.array(
      z.object({ id: z.number(), policy: pointPolicySchema, validFrom: z.date(), savedAt: z.date(), savedBy: z.string().nullable() }),
    ),
    years: z.array(z.object({ year: z.number(), publishedAt: z.date().nullable() })),
  }),
  door: "desk",
  may: can.setPolicy,
  async run(db, _input, { now }) {
    const { id, policy, validFrom, savedAt, savedBy } = pointPolicies;
    const saved = await db
      .select({ id, policy, validFrom, savedAt, savedBy: people.name })
      .from(pointPolicies)
      .leftJoin(people, eq(people.id, savedBy))
      .orderBy(desc(id))
      .limit(HISTORY);
    const history = saved.map((one) => ({ ...one, policy: policyOfStored(one.policy) }));
    const kept = await policyAt(db, now);
    const current = kept?.policy ?? DEFAULT_POLICY;
    const published = await publishedYears(db);
    const thisYear = studyYearOf(dayOf(now), current.year.startsInMonth);
    const mayPublish = kept !== null && weighsYears(current) ? [thisYear, thisYear - 1] : [];
    const years = [...new Set([...mayPublish, ...published.map(({ year }) => year)])].sort((a, b) => b - a);
    return {
      lightBurden: (await findOrganisation())?.lightBurden ?? true,
      current: { id: kept?.id ?? null, policy: current },
      history,
      years: years.map((year) => ({ year, publishedAt: published.find((one) => one.year === year)?.publishedAt ?? null })),
    };
  },
});
