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
  /** Certificates that are no longer deserved and are revoked. */
  certificates: z.array(z.object({ id: z.number(), serial: z.string(), personId: z.number(), name: z.string() })),
  /** Who has come to finish a programme and may be given its certificate; nothing is given by the way. (Old effects say nothing of it.) */
  deserving: z.array(z.object({ programmeId: z.number(), programme: z.string(), personId: z.number(), name: z.string() })).default([]),
  /** Entries of wrong-books that move: a mistake that is none any more, or has become one. */
  cards: z.number().default(0),
});
export type Effect = z.output<typeof effectSchema>;
