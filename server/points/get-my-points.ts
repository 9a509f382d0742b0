import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { roomLeft } from "#domain/points/grant.ts";
import { DEFAULT_POLICY } from "#domain/points/policy.ts";
import { starsOf } from "#domain/points/stars.ts";
import { boundsOfYear, studyYearOf } from "#domain/points/study-year.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { query } from "#server/verb.ts";
import { listEntries, pointEntrySchema } from "./entry-schema.ts";
import { policyAt } from "./policy-at.ts";
import { publishedYears } from "./published-years.ts";
import { NOTHING, sofarOf } from "./sofar-of.ts";

const PAGE = 30;

/** A correction counts in the year of what it corrects. */
async function sumsOf(db: Db, personId: number, { from, until }: { from: string; until: string }) {
  const { rows } = await db.execute<{ entries: number; points: number }>(sql`
    select count(*)::int as entries,
      coalesce(sum(e.granted) filter (where coalesce(c.day, e.day) >= ${from} and coalesce(c.day, e.day) < ${until}), 0)::int as points
    from point_entries e left join point_entries c on c.id = e.corrects_id where e.person_id = ${personId}`);
  return rows[0] ?? { entries: 0, points: 0 };
}

/** One's own points: what today and this week still leave, the stars of the study year, and every entry with its why. Nobody else's. */
export const getMyPoints = query({
  at: "GET /api/me/points",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    isOn: z.boolean(),
    /** Only oneself sees them. */
    isPrivate: z.boolean(),
    today: z.object({ granted: z.number(), left: z.number(), cap: z.number() }),
    week: z.object({ granted: z.number(), left: z.number(), cap: z.number() }),
    year: z.object({ year: z.number(), points: z.number(), stars: z.number(), mostStars: z.number(), nextAt: z.number().nullable() }),
    entries: z.array(pointEntrySchema),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    /** Study years whose statement is open. */
    statements: z.array(z.number()),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { page }, { viewer: { personId }, now }) {
    const kept = await policyAt(db, now);
    const policy = kept?.policy ?? DEFAULT_POLICY;
    const day = dayOf(now);
    const year = studyYearOf(day, policy.year.startsInMonth);
    const sums = await sumsOf(db, personId, boundsOfYear(year, policy.year.startsInMonth));
    const sofar = (await sofarOf(db, [personId], day)).get(personId) ?? NOTHING;
    const left = roomLeft(policy, sofar);
    return {
      isOn: policy.isOn,
      isPrivate: (await findOrganisation())?.lightBurden ?? true,
      today: { granted: sofar.day, left: left.day, cap: policy.dayCap },
      week: { granted: sofar.week, left: left.week, cap: policy.weekCap },
      year: { year, points: sums.points, ...starsOf(sums.points, policy.stars), mostStars: policy.stars.length },
      entries: await listEntries(db, sql`e.person_id = ${personId}`, { limit: PAGE, offset: (page - 1) * PAGE }),
      ...{ total: sums.entries, page, pages: Math.max(1, Math.ceil(sums.entries / PAGE)) },
      statements: (await publishedYears(db)).map((published) => published.year),
    };
  },
});
