import { z } from "zod";

const lineSchema = z.object({
  entryId: z.number(),
  personId: z.number(),
  name: z.string(),
  branchName: z.string(),
  scoreBefore: z.number(),
  scoreAfter: z.number(),
  rankBefore: z.number(),
  rankAfter: z.number(),
});

/** What a ruling changes, as measured before and after it: what a dry run shows and what applying it kept. */
export const effectSchema = z.object({
  /** Papers of which a mark or a worth changes. */
  papers: z.number(),
  /** People whose counted result changes: up, down. */
  gained: z.number(),
  lost: z.number(),
  /** People who come to stand in another place. */
  moved: z.number(),
  lines: z.array(lineSchema),
  branches: z.array(
    z.object({
      branchId: z.number(),
      name: z.string(),
      valueBefore: z.number(),
      valueAfter: z.number(),
      rankBefore: z.number(),
      rankAfter: z.number(),
    }),
  ),
  /** Tasks of programmes that ask for this contest. */
  programmes: z.array(z.object({ programmeId: z.number(), title: z.string(), completed: z.number(), reopened: z.number() })),
  outcomes: z.number(),
  certificates: z.array(z.object({ id: z.number(), serial: z.string(), personId: z.number(), name: z.string() })),
});
export type Effect = z.output<typeof effectSchema>;
