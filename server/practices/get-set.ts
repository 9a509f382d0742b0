import { z } from "zod";
import { can } from "#domain/access.ts";
import { blueprintSchema } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findSet } from "./find-set.ts";
import { fitAmong } from "./fit-for-sets.ts";
import { SET_KINDS } from "./set-fields.ts";

/** A set as the desk changes it. A chosen question that its audience cannot practise any more says so. */
export const getSet = query({
  at: "GET /api/desk/sets/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    title: z.string(),
    intro: z.string(),
    branchId: z.number(),
    kind: z.enum(SET_KINDS),
    questions: z.array(z.object({ id: z.number(), stem: z.string(), isFit: z.boolean() })),
    blueprint: blueprintSchema.nullable(),
    limitMs: z.number().nullable(),
    passPercent: z.number().nullable(),
    opensAt: z.date().nullable(),
    closesAt: z.date().nullable(),
    publishedAt: z.date().nullable(),
  }),
  door: "desk",
  may: can.seeSets,
  async run(db, { id }, { viewer, now }) {
    const set = await findSet(db, id);
    if (!set || !can.editSet(viewer, set)) throw new Refusal("not-found");
    const fit = await fitAmong(db, viewer, set.path, set.questionIds, now);
    return {
      ...{ id, title: set.title, intro: set.intro, branchId: set.branchId, kind: set.kind, blueprint: set.blueprint },
      ...{ limitMs: set.limitMs, passPercent: set.passPercent },
      ...{ opensAt: set.opensAt, closesAt: set.closesAt, publishedAt: set.publishedAt },
      questions: set.questionIds.map((question) => ({ id: question, stem: fit.get(question)?.stem ?? "", isFit: fit.has(question) })),
    };
  },
});
