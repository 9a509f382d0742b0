import { eq } from "drizzle-orm";
import { z } from "zod";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { raceRulesSchema } from "#domain/boards/race.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { lockProgramme } from "./find-programme.ts";

const POINTS = z.coerce.number().int().min(0);

/** Gives a campaign, or a programme, its race, changes what counts in it, or takes it away (`runs` no). What counts is printed, and holds for all its weeks. */
export const setRace = command({
  at: "POST /api/desk/programmes/:slug/race",
  input: z
    .strictObject({
      slug: z.string().max(120),
      runs: z.enum(["yes", "no"]).default("yes"),
      per: z.enum(["head", "total"]).default("head"),
      itemPoints: POINTS.max(1_000).default(10),
      contestPoints: POINTS.max(10_000).default(100),
    })
    .refine(({ runs, itemPoints, contestPoints }) => runs === "no" || itemPoints + contestPoints > 0, {
      path: ["itemPoints"],
      message: "race-of-nothing",
    }),
  output: z.object({ rules: raceRulesSchema.nullable() }),
  refusals: ["programme-cancelled", "race-of-template"],
  door: "desk",
  load: (tx, { slug }) => lockProgramme(tx, slug),
  may: can.runProgramme,
  async run(tx, { id, kind, title, branchId, cancelledAt, race: before }, { runs, per, itemPoints, contestPoints }, context) {
    if (cancelledAt) throw new Refusal("programme-cancelled");
    if (kind === "template") throw new Refusal("race-of-template");
    const rules = runs === "yes" ? { per, itemPoints, contestPoints } : null;
    await tx.update(programmes).set({ race: rules }).where(eq(programmes.id, id));
    await writeAudit(tx, {
      ...{ context, action: "programme.race", object: "programme", objectId: id, branchId },
      ...{ before: { title, race: before }, after: { title, race: rules } },
    });
    return { rules };
  },
});
