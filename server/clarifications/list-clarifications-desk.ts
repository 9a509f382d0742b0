import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { clarifications } from "#db/schema/integrity.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

const askers = alias(people, "askers");
const answerers = alias(people, "answerers");

/** Every question of a contest, and everything told to all; those that wait come first. */
export const listClarificationsDesk = query({
  at: "GET /api/desk/contests/:slug/clarifications",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    items: z.array(
      z.object({
        id: z.number(),
        askedBy: z.string().nullable(),
        branchName: z.string().nullable(),
        question: z.string(),
        askedAt: z.date(),
        answer: z.string().nullable(),
        isBroadcast: z.boolean(),
        answeredBy: z.string().nullable(),
        answeredAt: z.date().nullable(),
      }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { id, question, askedAt, answer, isBroadcast, answeredAt } = clarifications;
    const items = await db
      .select({
        id,
        askedBy: askers.name,
        branchName: branches.name,
        question,
        askedAt,
        answer,
        isBroadcast,
        answeredBy: answerers.name,
        answeredAt,
      })
      .from(clarifications)
      .leftJoin(askers, eq(askers.id, clarifications.askedBy))
      .leftJoin(branches, eq(branches.id, askers.branchId))
      .leftJoin(answerers, eq(answerers.id, clarifications.answeredBy))
      .where(eq(clarifications.contestId, contest.id))
      .orderBy(desc(id))
      .limit(1_000);
    const waits = ({ answer: given }: { answer: string | null }) => given === null;
    return {
      contest: { slug, title: contest.title, phase: phaseOf(phasedContest(contest), now) },
      items: [...items.filter(waits), ...items.filter((item) => !waits(item))],
    };
  },
});
