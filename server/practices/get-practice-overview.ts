import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { favourites, practices } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { BANDS } from "#domain/practices/mastery.ts";
import { DAILY } from "#domain/practices/modes.ts";
import { dateOfReviewDay, reviewDayOf } from "#domain/reviews/review-day.ts";
import { query } from "#server/verb.ts";
import { listSets, setSchema } from "./list-sets.ts";
import { myMastery } from "./my-mastery.ts";
import { listPracticeBank } from "./practice-bank.ts";

/** What there is to practise: how far today's five are, the categories of the bank, the sets, the own stars, and how well one knows each topic. */
export const getPracticeOverview = query({
  at: "GET /api/practices/overview",
  input: z.strictObject({}),
  output: z.object({
    daily: z.object({ id: z.number().nullable(), answered: z.number(), total: z.number(), rightCount: z.number(), isOver: z.boolean() }),
    categories: z.array(z.object({ category: z.string(), count: z.number() })),
    favourites: z.number(),
    /** A mock exam whose clock is running. */
    mock: z.object({ id: z.number(), dueAt: z.date() }).nullable(),
    sets: z.array(setSchema),
    mastery: z.array(
      z.object({
        topic: z.string(),
        answers: z.number(),
        right: z.number(),
        percent: z.number().nullable(),
        band: z.enum(BANDS),
        trend: z.number().nullable(),
      }),
    ),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const { personId } = viewer;
    const [today] = await db
      .select({
        id: practices.id,
        answered: practices.answered,
        total: sql<number>`cardinality(${practices.versionIds})`,
        rightCount: practices.rightCount,
        finishedAt: practices.finishedAt,
      })
      .from(practices)
      .where(and(eq(practices.personId, personId), eq(practices.dedupe, `daily ${dateOfReviewDay(reviewDayOf(now))}`)));
    const bank = await listPracticeBank(db, viewer, now);
    const byCategory = Map.groupBy(bank, ({ category }) => category);
    const [kept] = await db.select({ count: sql<number>`count(*)::int` }).from(favourites).where(eq(favourites.personId, personId));
    const [mock] = await db
      .select({ id: practices.id, dueAt: practices.dueAt })
      .from(practices)
      .where(and(eq(practices.personId, personId), eq(practices.mode, "mock"), isNull(practices.finishedAt), gt(practices.dueAt, now)))
      .orderBy(desc(practices.id))
      .limit(1);
    return {
      mock: mock?.dueAt ? { id: mock.id, dueAt: mock.dueAt } : null,
      daily: today
        ? { ...today, isOver: today.finishedAt !== null }
        : { id: null, answered: 0, total: Math.min(DAILY, bank.length), rightCount: 0, isOver: false },
      categories: [...byCategory].map(([category, list]) => ({ category, count: list.length })),
      favourites: kept?.count ?? 0,
      sets: await listSets(db, viewer, now),
      mastery: await myMastery(db, personId),
    };
  },
});
