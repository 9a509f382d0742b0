import { z } from "zod";
import { can } from "#domain/access.ts";
import { countedOf } from "#domain/attempts/state.ts";
import { visibleUntil } from "#domain/boards/freeze.ts";
import { Refusal } from "#domain/refusal.ts";
import { endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { publicPlace } from "./board-projection.ts";
import { BOARD_WISHES, boardStateOf } from "./board-state.ts";
import { listPlaces } from "./list-places.ts";

const TOP = 10;

/**
 * How the first ten came to their points: what counted after each attempt that was handed in, and no single answer (D5). From facts, cut off
 * at the freeze as the board is (D6).
 */
export const getScoreGraph = query({
  at: "GET /api/contests/:slug/graph",
  input: z.strictObject({ slug: z.string().max(80), board: z.enum(BOARD_WISHES).default("true") }),
  output: z.object({
    opensAt: z.date(),
    until: z.date(),
    lines: z.array(
      z.object({
        rank: z.number(),
        name: z.string().nullable(),
        branchName: z.string().nullable(),
        points: z.array(z.object({ at: z.date(), scoreMilli: z.number() })),
      }),
    ),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug, board: wish }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { shown, view, cut, runs, freeze } = boardStateOf(contest, viewer, now, wish);
    const until = freeze.showsTruth ? now : visibleUntil(contest, now);
    const { opensAt, rules } = contest;
    if (!shown || view !== "full") return { opensAt, until, lines: [] };
    const places = await listPlaces(db, { contestId: contest.id, cut }, 0, TOP);
    const ended = await endedAttemptsOf(
      db,
      places.map(({ entryId }) => entryId),
      opensAt,
    );
    const lines = places.map((place) => {
      // What a ruling made of an attempt is the board's business: the last point is always the place's own.
      const attempts = (ended.get(place.entryId) ?? []).filter(({ closedAt }) => closedAt < until);
      const points = attempts.flatMap(({ finishedAt }, at) => {
        const counted = countedOf(attempts.slice(0, at + 1), rules);
        const scoreMilli = at === attempts.length - 1 ? place.scoreMilli : counted?.scoreMilli;
        return finishedAt && scoreMilli !== undefined ? [{ at: finishedAt, scoreMilli }] : [];
      });
      const { rank, name, branchName } = publicPlace(place, runs && freeze.showsTruth ? "names" : rules.board.names);
      return { rank, name, branchName, points };
    });
    return { opensAt, until: until > contest.closesAt ? contest.closesAt : until, lines };
  },
});
