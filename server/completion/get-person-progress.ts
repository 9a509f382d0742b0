import { eq } from "drizzle-orm";
import { z } from "zod";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { nameAccessOf } from "./name-access.ts";
import { progressSchema, readProgress } from "./read-progress.ts";
import { nameAccessSchema } from "./report-schemas.ts";

/** How far a person of the viewer's subtree came; `person` and `progress` are null while names are not given, so that nothing is said. */
export const getPersonProgress = query({
  at: "GET /api/desk/people/:id/progress",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    names: nameAccessSchema,
    person: z.object({ id: z.number(), name: z.string(), branch: z.string() }).nullable(),
    progress: progressSchema.nullable(),
  }),
  door: "desk",
  may: can.seeReports,
  async run(db, { id }, { viewer, now }) {
    const [found] = await db
      .select({ id: people.id, name: people.name, branch: branches.name, path: branches.path })
      .from(people)
      .innerJoin(branches, eq(branches.id, people.branchId))
      .where(eq(people.id, id));
    if (!found || !can.seeCompletion(viewer, found)) throw new Refusal("not-found");
    const names = await nameAccessOf(db, viewer, now);
    if (names.access === "aggregate") return { names, person: null, progress: null };
    return { names, person: found, progress: await readProgress(db, id, now) };
  },
});
