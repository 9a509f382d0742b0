import { count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { contestInvited, contestOverrides, contests } from "#db/schema/contests.ts";
import { papers } from "#db/schema/papers.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { isFrozen } from "#domain/boards/freeze.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { blueprintSchema, contestRulesSchema } from "#domain/contests/rules.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { phasedContest } from "./contest-card.ts";
import { listBankFor } from "./contest-pool.ts";
import { findContest } from "./find-contest.ts";
import { stagesBeside } from "./stages-beside.ts";

/** A contest as its organizers edit it, with the exceptions given so far and the lines whose pool has become too small. */
export const getContestDesk = query({
  at: "GET /api/desk/contests/:slug",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    slug: z.string(),
    title: z.string(),
    intro: z.string(),
    branch: z.object({ id: z.number(), name: z.string() }),
    audienceTags: z.array(z.string()),
    opensAt: z.date(),
    closesAt: z.date(),
    freezeAt: z.date().nullable(),
    /** Of a contest with a freeze: none of it yet, frozen, or released. */
    isFrozen: z.boolean(),
    releasedAt: z.date().nullable(),
    rules: contestRulesSchema,
    blueprint: blueprintSchema,
    paper: z.object({ id: z.number(), title: z.string() }).nullable(),
    revision: z.number(),
    /** For whom: the audience, or so many people who were invited; and of which contest it is the make-up. */
    entry: z.enum(["audience", "invited"]),
    invited: z.array(z.object({ because: z.enum(["lot", "absent", "failed", "named", "promoted"]), people: z.number() })),
    makesUpFor: z.object({ slug: z.string(), title: z.string() }).nullable(),
    /** The stage before it and the one after it. */
    follows: z.object({ slug: z.string(), title: z.string() }).nullable(),
    nextStage: z.object({ slug: z.string(), title: z.string() }).nullable(),
    phase: z.string(),
    publishedAt: z.date().nullable(),
    resultsAt: z.date().nullable(),
    cancelledAt: z.date().nullable(),
    shortages: z.array(z.object({ line: z.number(), wanted: z.number(), have: z.number() })),
    overrides: z.array(
      z.object({
        branchName: z.string().nullable(),
        personName: z.string().nullable(),
        extensionMs: z.number(),
        limitMs: z.number().nullable(),
        closesAt: z.date().nullable(),
        reason: z.string(),
        createdAt: z.date(),
      }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const overrides = await db
      .select({
        branchName: branches.name,
        personName: people.name,
        extensionMs: contestOverrides.extensionMs,
        limitMs: contestOverrides.limitMs,
        closesAt: contestOverrides.closesAt,
        reason: contestOverrides.reason,
        createdAt: contestOverrides.createdAt,
      })
      .from(contestOverrides)
      .leftJoin(branches, eq(branches.id, contestOverrides.branchId))
      .leftJoin(people, eq(people.id, contestOverrides.personId))
      .where(eq(contestOverrides.contestId, contest.id))
      .orderBy(desc(contestOverrides.id));
    const { branchId, branchName, makesUpFor, ...rest } = contest;
    const [first] =
      makesUpFor === null
        ? []
        : await db.select({ slug: contests.slug, title: contests.title }).from(contests).where(eq(contests.id, makesUpFor));
    const [paper] =
      contest.paperId === null
        ? []
        : await db.select({ id: papers.id, title: papers.title }).from(papers).where(eq(papers.id, contest.paperId));
    const invited = await db
      .select({ because: contestInvited.because, people: count() })
      .from(contestInvited)
      .where(eq(contestInvited.contestId, contest.id))
      .groupBy(contestInvited.because);
    return {
      ...rest,
      branch: { id: branchId, name: branchName },
      makesUpFor: first ?? null,
      ...(await stagesBeside(db, contest)),
      invited,
      paper: paper ?? null,
      phase: phaseOf(phasedContest(contest), now),
      isFrozen: isFrozen(contest, now),
      shortages: contest.publishedAt || contest.sections ? [] : [...shortagesOf(contest.blueprint, await listBankFor(db, contest.path))],
      overrides,
    };
  },
});
