import { and, count, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { idSchema } from "#server/input-schemas.ts";
import { conditionOf, filterSchema } from "#server/questions/list-questions.ts";
import { query } from "#server/verb.ts";
import { fitFor, fitRows } from "./fit-for-sets.ts";

const ids = z
  .string()
  .max(2_000)
  .regex(/^(\d{1,15}(,\d{1,15})*)?$/)
  .default("")
  .transform((line) => (line === "" ? [] : line.split(",").map(Number)));

/**
 * Questions of the bank for a set of a branch: so many of those that the filters leave, as chance (the seed) has it, without those that are
 * in it already; and how many there are in all.
 */
export const pickForSet = query({
  at: "GET /api/desk/set-questions",
  input: filterSchema.omit({ state: true, bank: true, page: true }).extend({
    branchId: idSchema,
    without: ids,
    most: z.coerce.number().int().min(1).max(50).default(10),
    seed: z.string().max(40).default(""),
  }),
  output: z.object({ found: z.number(), questions: z.array(z.object({ id: z.number(), stem: z.string() })) }),
  door: "desk",
  may: can.seeSets,
  async run(db, { branchId, without, most, seed, ...filter }, { viewer, now }) {
    const branch = await findBranch(db, branchId);
    if (!branch || !can.editSet(viewer, branch)) throw new Refusal("not-found");
    const narrowed = conditionOf(viewer, { ...filter, state: undefined, bank: undefined });
    const where = and(narrowed, fitFor(branch.path, now), without.length > 0 ? notInArray(questions.id, without) : undefined);
    const rows = await fitRows(db).where(where).orderBy(sql`md5(${seed} || ${questions.id}::text)`).limit(most);
    const [all] = await db
      .select({ found: count() })
      .from(questions)
      .innerJoin(questionVersions, sql`${questionVersions.id} = ${questions.publishedVersionId}`)
      .where(where);
    return { found: all?.found ?? 0, questions: rows.map(({ id, stem }) => ({ id, stem })) };
  },
});
