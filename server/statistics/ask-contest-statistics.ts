import { z } from "zod";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { command } from "#server/verb.ts";
import { askForStatistics } from "./compute-statistics-job.ts";

/** Has the figures of a contest reckoned anew, as after a ruling; a job. */
export const askContestStatistics = command({
  at: "POST /api/desk/contests/:slug/statistics",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-closed-yet"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, { viewer, now }) {
    const phase = phaseOf(phasedContest(contest), now);
    if (phase !== "closed" && phase !== "published") throw new Refusal("not-closed-yet");
    return { id: await askForStatistics(tx, contest.id, now, viewer.personId) };
  },
});
