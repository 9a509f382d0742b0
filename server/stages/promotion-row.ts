import { z } from "zod";
import { PROMOTED_BY } from "#domain/stages/promotion-rules.ts";

/** A line of a promotion list: place and result as they were, and every rule by which. */
export const promotionRowSchema = z.object({
  ...{ rank: z.number(), name: z.string().nullable(), branchName: z.string(), division: z.string().nullable() },
  ...{ kind: z.enum(["promoted", "reserve"]), scoreMilli: z.number(), why: z.array(z.enum(PROMOTED_BY)) },
});
