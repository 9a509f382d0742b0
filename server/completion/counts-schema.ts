import { z } from "zod";
import { type Counts, ratePercentOf } from "#domain/completion/counts.ts";

/** Counts as they are sent, with the rate that page, export and API show alike. */
export const countsSchema = z.object({
  assigned: z.number(),
  done: z.number(),
  late: z.number(),
  open: z.number(),
  overdue: z.number(),
  waived: z.number(),
  cancelled: z.number(),
  percent: z.number().nullable(),
});

export const withPercent = (counts: Counts): z.output<typeof countsSchema> => ({ ...counts, percent: ratePercentOf(counts) });
