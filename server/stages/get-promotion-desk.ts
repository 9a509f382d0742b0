import { eq } from "drizzle-orm";
import { z } from "zod";
import { halls } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { promotionRulesSchema } from "#domain/stages/promotion-rules.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { stagesBeside } from "#server/contests/stages-beside.ts";
import { flagSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { listCandidates } from "./list-candidates.ts";
import { promotionRowSchema } from "./promotion-row.ts";
import { subjectsSchema } from "./publish-promotion.ts";
import { type Difference, differenceOf, isDifferent, latestPromotion, NO_DIFFERENCE, promotedNow } from "./read-promotion.ts";

const differenceSchema = z.object({ joins: z.array(z.string()), leaves: z.array(z.string()), moves: z.array(z.string()) });
const shownDifference = ({ joins, leaves, moves }: Difference): z.input<typeof differenceSchema> => ({
  ...{ joins: [...joins], leaves: [...leaves], moves: [...moves] },
});
const deskRow = promotionRowSchema.extend({ subject: z.number(), name: z.string() });

/**
 * Promotion at the desk: the dry run (what the printed rules give now, without those named), the list in force, and where the two
 * disagree. Nothing is changed by looking.
 */
export const getPromotionDesk = query({
  at: "GET /api/desk/contests/:slug/promotion",
  input: z.strictObject({
    slug: z.string().max(80),
    without: subjectsSchema,
    /** Without it, the list in force says who stepped back. */
    tries: flagSchema.default(false),
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string(), ofTeams: z.boolean() }),
    rules: promotionRulesSchema.nullable(),
    nextStage: z.object({ slug: z.string(), title: z.string() }).nullable(),
    now: z.array(deskRow),
    /** Who is left out of it, for they stepped back. */
    left: z.array(z.object({ subject: z.number(), name: z.string(), branchName: z.string() })),
    /** By name, what publishing it would change: of the list in force, or before there is one of the same without anybody stepping back. */
    change: differenceSchema,
    /** The finals on a stage whose sides come from this list. */
    finals: z.array(z.object({ id: z.number(), title: z.string() })),
    published: z
      .object({
        ...{ number: z.number(), publishedAt: z.date(), reason: z.string(), without: z.array(z.number()) },
        rows: z.array(deskRow),
        /** By name: who would come in, who would fall out, whose place or result is another. */
        difference: differenceSchema.nullable(),
      })
      .nullable(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, without: tried, tries }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { promotion: rules, team } = contest.rules;
    const { nextStage } = await stagesBeside(db, contest);
    const phase = phaseOf(phasedContest(contest), now);
    const head = { contest: { slug, title: contest.title, phase, ofTeams: team !== undefined }, nextStage };
    if (!rules) return { ...head, rules: null, now: [], left: [], change: shownDifference(NO_DIFFERENCE), finals: [], published: null };
    const latest = await latestPromotion(db, contest.id);
    const without = tries ? tried : (latest?.without ?? []);
    const rows = await promotedNow(db, contest, rules, without);
    const left = (await listCandidates(db, contest)).filter(({ subject }) => without.includes(subject));
    const change = differenceOf(latest?.rows ?? (await promotedNow(db, contest, rules, [])), rows);
    const again = latest ? await promotedNow(db, contest, rules, latest.without) : [];
    const difference = latest ? differenceOf(latest.rows, again) : null;
    const shown = (row: (typeof rows)[number]) => ({ ...row, why: [...row.why] });
    return {
      ...{ ...head, rules, now: rows.map(shown), change: shownDifference(change) },
      left: left.map(({ subject, name, branchName }) => ({ subject, name, branchName })),
      finals: await db.select({ id: halls.id, title: halls.title }).from(halls).where(eq(halls.contestId, contest.id)).orderBy(halls.id),
      published: latest
        ? {
            ...{ number: latest.number, publishedAt: latest.publishedAt, reason: latest.reason, without: latest.without },
            rows: latest.rows.map(shown),
            difference: difference && isDifferent(difference) ? shownDifference(difference) : null,
          }
        : null,
    };
  },
});
