import { z } from "zod";

/** How the levels of an attempt stand (domain/attempts/levels.ts); points in thousandths. */
export const levelsSchema = z.object({
  ...{ level: z.number(), levels: z.number(), perLevel: z.number(), answered: z.number(), gate: z.number(), points: z.number() },
  ...{ row: z.number(), score: z.number(), last: z.number().nullable() },
});
