import { and, asc, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { z } from "zod";
import { contests } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { contestRows } from "#server/contests/find-contest.ts";
import { runBy } from "#server/contests/visible-contests.ts";
import { query } from "#server/verb.ts";
import { publicBoardOf, publicBoardSchema } from "./public-board.ts";

const MOST = 6;
const LINES = 3;
/** A contest that is over stays on the screen until its results are published, but not for ever. */
const KEPT_MS = 3 * 86_400_000;

/** What the big screen of everything shows: the contests one runs that run now or wait for their results, each with its first lines. */
export const getOverviewScreen = query({
  at: "GET /api/desk/screen",
  input: z.strictObject({}),
  output: z.object({ boards: z.array(publicBoardSchema), serverNow: z.date() }),
  door: "desk",
  may: can.openDesk,
  async run(db, _input, { viewer, now }) {
    const since = new Date(now.getTime() - KEPT_MS);
    const rows = await contestRows(db)
      .where(
        and(
          ...[runBy(viewer), isNotNull(contests.publishedAt), isNull(contests.cancelledAt), lte(contests.opensAt, now)],
          or(gt(contests.closesAt, now), and(isNull(contests.resultsAt), gt(contests.closesAt, since))),
        ),
      )
      .orderBy(sql`(${contests.closesAt} > ${now}) desc`, asc(contests.closesAt), asc(contests.id))
      .limit(MOST);
    const boards = [];
    for (const contest of rows) boards.push(await publicBoardOf(db, contest, now, LINES));
    return { boards, serverNow: now };
  },
});
