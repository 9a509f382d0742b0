import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { findOrganisation } from "#server/organisation/find-organisation.ts";
import { query } from "#server/verb.ts";
import { listEntries, pointEntrySchema } from "./entry-schema.ts";

const LAST = 100;

/** Somebody's last entries, for an administrator who corrects. In light-burden mode points are private to their owner: nobody is shown any. */
export const listPersonPoints = query({
  at: "GET /api/desk/points/people",
  input: z.strictObject({ staffNo: lineSchema(40) }),
  output: z.object({ name: z.string(), entries: z.array(pointEntrySchema) }),
  refusals: ["points-are-private"],
  door: "desk",
  may: can.setPolicy,
  async run(db, { staffNo }, { viewer }) {
    if ((await findOrganisation())?.lightBurden !== false) throw new Refusal("points-are-private");
    const [person] = await db
      .select({ id: people.id, name: people.name, path: branches.path })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(eq(people.staffNo, staffNo));
    if (!person || !can.correctPoints(viewer, person)) throw new Refusal("not-found");
    return { name: person.name, entries: await listEntries(db, sql`e.person_id = ${person.id}`, { limit: LAST }) };
  },
});
