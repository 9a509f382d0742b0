import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { entries } from "#db/schema/contests.ts";
import { sanctions } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { SANCTION_KINDS } from "#domain/integrity/sanctions.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

/** What was decided about one's own entry in a contest, with the reason, and whether it was lifted again. Never what was only proposed. */
export const listMySanctions = query({
  at: "GET /api/contests/:slug/sanctions",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    sanctions: z.array(
      z.object({
        id: z.number(),
        kind: z.enum(SANCTION_KINDS),
        milli: z.number(),
        reason: z.string(),
        decidedAt: z.date().nullable(),
        liftedAt: z.date().nullable(),
        liftReason: z.string(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { id, kind, milli, reason, decidedAt, liftedAt, liftReason } = sanctions;
    const rows = await db
      .select({ id, kind, milli, reason, decidedAt, liftedAt, liftReason })
      .from(sanctions)
      .innerJoin(entries, eq(entries.id, sanctions.entryId))
      .where(
        and(eq(sanctions.contestId, contest.id), eq(entries.personId, viewer.personId), inArray(sanctions.state, ["applied", "lifted"])),
      )
      .orderBy(desc(id));
    return { sanctions: rows };
  },
});
