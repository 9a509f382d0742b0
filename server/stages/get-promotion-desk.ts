import { z } from "zod";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { promotionRulesSchema } from "#domain/stages/promotion-rules.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { stagesBeside } from "#server/contests/stages-beside.ts";
import { query } from "#server/verb.ts";
import { promotionRowSchema } from "./promotion-row.ts";
import { subjectsSchema } from "./publish-promotion.ts";
import { differenceOf, isDifferent, latestPromotion, promotedNow } from "./read-promotion.ts";

const deskRow = promotionRowSchema.extend({ subject: z.number(), name: z.string() });

/**
 * Promotion at the desk: the dry run (what the printed rules give now, without those named), the list in force, and where the two
 * disagree. Nothing is changed by looking.
 */
export const getPromotionDesk = query({
  at: "GET /api/desk/contests/:slug/promotion",
  input: z.strictObject({ slug: z.string().max(80), without: subjectsSchema }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string(), ofTeams: z.boolean() }),
    rules: promotionRulesSchema.nullable(),
    nextStage: z.object({ slug: z.string(), title: z.string() }).nullable(),
    now: z.array(deskRow),
    published: z
      .object({
        ...{ number: z.number(), publishedAt: z.date(), reason: z.string(), without: z.array(z.number()) },
        rows: z.array(deskRow),
        /** By name: who would come in, who would fall out, whose place or result is another. */
        difference: z.object({ joins: z.array(z.string()), leaves: z.array(z.string()), moves: z.array(z.string()) }).nullable(),
      })
      .nullable(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, without }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { promotion: rules, team } = contest.rules;
    const { nextStage } = await stagesBeside(db, contest);
    const phase = phaseOf(phasedContest(contest), now);
    const head = { contest: { slug, title: contest.title, phase, ofTeams: team !== undefined }, nextStage };
    if (!rules) return { ...head, rules: null, now: [], published: null };
    const latest = await latestPromotion(db, contest.id);
    const rows = await promotedNow(db, contest, rules, without);
    const again = latest ? await promotedNow(db, contest, rules, latest.without) : [];
    const difference = latest ? differenceOf(latest.rows, again) : null;
    const shown = (row: (typeof rows)[number]) => ({ ...row, why: [...row.why] });
    return {
      ...{ ...head, rules, now: rows.map(shown) },
      published: latest
        ? {
            ...{ number: latest.number, publishedAt: latest.publishedAt, reason: latest.reason, without: latest.without },
            rows: latest.rows.map(shown),
            difference:
              difference && isDifferent(difference)
                ? { joins: [...difference.joins], leaves: [...difference.leaves], moves: [...difference.moves] }
                : null,
          }
        : null,
    };
  },
});
