import { inArray } from "drizzle-orm";
import { z } from "zod";
import { questionVersions } from "#db/schema/questions.ts";
import { can } from "#domain/access.ts";
import { poolIndexOf } from "#domain/papers/pool-index.ts";
import { presentationOf, shownBody } from "#domain/papers/presentation.ts";
import { Refusal } from "#domain/refusal.ts";
import { itemSchema } from "#server/attempts/attempt-items.ts";
import { query } from "#server/verb.ts";
import { checkedPaper } from "./check-paper.ts";
import { contestCard, contestCardSchema } from "./contest-card.ts";
import { dealPaper } from "./deal-paper.ts";
import { findContest } from "./find-contest.ts";

/** A contest as a member would see it: its page, and one paper drawn by `seed`. Nothing is stored. */
export const previewContest = query({
  at: "GET /api/desk/contests/:slug/preview",
  input: z.strictObject({ slug: z.string().max(80), seed: z.string().max(40).default("1") }),
  output: z.object({ contest: contestCardSchema, items: z.array(itemSchema) }),
  refusals: ["pool-too-small", "paper-not-published"],
  door: "desk",
  may: can.openDesk,
  async run(db, { slug, seed }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const bank = await checkedPaper(db, contest.path, contest);
    const { shuffleOptions } = contest.rules;
    const paper = dealPaper(contest, poolIndexOf(bank), `preview/${seed}`);
    const versions = await db
      .select({ id: questionVersions.id, body: questionVersions.body })
      .from(questionVersions)
      .where(
        inArray(
          questionVersions.id,
          paper.map(({ versionId }) => versionId),
        ),
      );
    const bodies = new Map(versions.map(({ id, body }) => [id, body]));
    return {
      contest: contestCard(contest, now),
      items: paper.flatMap(({ versionId, worth }, slot) => {
        const body = bodies.get(versionId);
        if (!body) return [];
        return [
          { slot, worth, body: shownBody(body, presentationOf(body, `preview/${seed}`, slot, shuffleOptions)), response: null, seq: 0 },
        ];
      }),
    };
  },
});
