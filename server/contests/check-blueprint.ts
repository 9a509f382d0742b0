import { z } from "zod";
import { can } from "#domain/access.ts";
import { blueprintSchema } from "#domain/contests/rules.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import { lineTakes } from "#domain/papers/pool-index.ts";
import { Refusal } from "#domain/refusal.ts";
import { findBranch } from "#server/branches/find-branch.ts";
import { query } from "#server/verb.ts";
import { listBankFor } from "./contest-pool.ts";

const fromText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "not-json" });
      return z.NEVER;
    }
  })
  .pipe(blueprintSchema);

/** How many questions each line of a blueprint can draw from, and which lines are short; asked while the wizard is filled in. */
export const checkBlueprint = query({
  at: "GET /api/desk/blueprint-check",
  input: z.strictObject({ branchId: z.coerce.number().int().positive(), blueprint: fromText }),
  output: z.object({
    lines: z.array(z.object({ have: z.number() })),
    shortages: z.array(z.object({ line: z.number(), wanted: z.number(), have: z.number() })),
    questions: z.number(),
    worth: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { branchId, blueprint }, { viewer }) {
    const branch = await findBranch(db, branchId);
    if (!branch || !can.makeContest(viewer, branch)) throw new Refusal("not-found");
    const bank = await listBankFor(db, branch.path);
    return {
      lines: blueprint.map((line) => ({ have: bank.filter((question) => lineTakes(line, question)).length })),
      shortages: [...shortagesOf(blueprint, bank)],
      questions: blueprint.reduce((sum, line) => sum + line.count, 0),
      worth: blueprint.reduce((sum, line) => sum + line.count * line.worth, 0),
    };
  },
});
