import { and, desc, eq, isNotNull, or } from "drizzle-orm";
import { z } from "zod";
import { clarifications } from "#db/schema/integrity.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

/** What a member reads of a contest's questions: the own ones, and what was told to all. */
export const listClarifications = query({
  at: "GET /api/contests/:slug/clarifications",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    mayAsk: z.boolean(),
    items: z.array(
      z.object({
        id: z.number(),
        question: z.string(),
        askedAt: z.date(),
        isOwn: z.boolean(),
        answer: z.string().nullable(),
        isBroadcast: z.boolean(),
        answeredAt: z.date().nullable(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { id, question, askedAt, askedBy, answer, isBroadcast, answeredAt, contestId } = clarifications;
    const rows = await db
      .select({ id, question, askedAt, askedBy, answer, isBroadcast, answeredAt })
      .from(clarifications)
      .where(and(eq(contestId, contest.id), or(eq(askedBy, viewer.personId), and(eq(isBroadcast, true), isNotNull(answer)))))
      .orderBy(desc(id))
      .limit(200);
    const isRunning = ["lobby", "open", "closing"].includes(phaseOf(phasedContest(contest), now));
    return {
      mayAsk: isRunning && can.enterContest(viewer, contest),
      items: rows.map(({ askedBy: by, ...row }) => ({ ...row, isOwn: by === viewer.personId })),
    };
  },
});
