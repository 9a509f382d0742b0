import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { BOARD_PAGE } from "./get-board.ts";
import { publicBoardOf, publicBoardSchema } from "./public-board.ts";

/** What the big screen of a contest shows: opened by who runs it, and never more than what everybody may see. */
export const getContestScreen = query({
  at: "GET /api/desk/contests/:slug/screen",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ board: publicBoardSchema, serverNow: z.date() }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    return { board: await publicBoardOf(db, contest, now, BOARD_PAGE), serverNow: now };
  },
});
