import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { evidencePacks } from "#db/schema/integrity.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

/** The evidence packs that were made of a contest, newest first, with the root hash that a copy is compared by. */
export const listEvidence = query({
  at: "GET /api/desk/contests/:slug/evidence",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string() }),
    isOver: z.boolean(),
    packs: z.array(
      z.object({
        id: z.number(),
        madeAt: z.date(),
        askedBy: z.string().nullable(),
        fileName: z.string(),
        size: z.number(),
        files: z.number(),
        rootHash: z.string(),
      }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { id, madeAt, fileName, size, files, rootHash } = evidencePacks;
    const packs = await db
      .select({ id, madeAt, askedBy: people.name, fileName, size, files, rootHash })
      .from(evidencePacks)
      .leftJoin(people, eq(people.id, evidencePacks.askedBy))
      .where(eq(evidencePacks.contestId, contest.id))
      .orderBy(desc(id));
    const phase = phaseOf(phasedContest(contest), now);
    return { contest: { slug, title: contest.title }, isOver: phase === "closed" || phase === "published", packs };
  },
});
