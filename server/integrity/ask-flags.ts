import { z } from "zod";
import { can } from "#domain/access.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { refuseUnlessOver } from "#server/rulings/find-ruling.ts";
import { command } from "#server/verb.ts";
import { askForFlags } from "./find-flags-job.ts";

/** Looks through a contest again for what a person should look at: a job. */
export const askFlags = command({
  at: "POST /api/desk/contests/:slug/integrity",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-closed-yet"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, { viewer, now }) {
    refuseUnlessOver(contest, now);
    return { id: await askForFlags(tx, contest.id, now, viewer.personId) };
  },
});
