import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { promotionRowSchema } from "./promotion-row.ts";
import { latestPromotion } from "./read-promotion.ts";

/**
 * The published list of who goes on, as members read it; null before there is one. The names are those the contest's boards print: a team's
 * unless boards are anonymous, a person's where they show persons.
 */
export const getPromotion = query({
  at: "GET /api/contests/:slug/promotion",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), ofTeams: z.boolean() }),
    promotion: z.object({ number: z.number(), publishedAt: z.date(), reason: z.string(), rows: z.array(promotionRowSchema) }).nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const ofTeams = contest.rules.team !== undefined;
    const { names } = contest.rules.board;
    const isNamed = names === "names" || (ofTeams && names === "branch") || can.runContest(viewer, contest);
    const latest = await latestPromotion(db, contest.id);
    return {
      contest: { slug, title: contest.title, ofTeams },
      promotion: latest
        ? {
            ...{ number: latest.number, publishedAt: latest.publishedAt, reason: latest.reason },
            rows: latest.rows.map(({ subject: _subject, ...row }) => ({
              ...{ ...row, why: [...row.why], name: isNamed ? row.name : null },
              branchName: names === "anonymous" && !can.runContest(viewer, contest) ? "" : row.branchName,
            })),
          }
        : null,
    };
  },
});
