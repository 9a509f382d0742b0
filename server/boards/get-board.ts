import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { visibleUntil } from "#domain/boards/freeze.ts";
import { bandOf, nearOf } from "#domain/boards/near-view.ts";
import { BESIDE, besideOf } from "#domain/contests/format.ts";
import { reviewAllowed } from "#domain/contests/phase.ts";
import { BOARD_VIEWS, type BoardView } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { publicPlace, publicPlaceSchema } from "./board-projection.ts";
import { BOARD_WISHES, boardStateOf, freezeSchema } from "./board-state.ts";
import { type BoardOf, countPlaces, findPlace, listPlaces, positionOf } from "./list-places.ts";

export const BOARD_PAGE = 50;

type Own = Awaited<ReturnType<typeof findPlace>>;
type Seen = Readonly<{ view: BoardView; visible: number; from: number }>;

/** The rows a viewer sees: a page of the list, the neighbours of the own place, or none but the own. */
async function listSeen(db: Db, board: BoardOf, own: Own, { view, visible, from }: Seen) {
  if (view === "full") return from < visible ? listPlaces(db, board, from, Math.min(BOARD_PAGE, visible - from)) : [];
  // Where one stands among one's neighbours is a place: while the board is frozen it is told to nobody (I17).
  if (view === "band" || own === null || board.cut !== "now") return [];
  const near = nearOf(await positionOf(db, board, own), visible);
  return listPlaces(db, board, near.from, near.size);
}

/** The own result: frozen as everybody's, but where the printed rules tell a score at hand-in, one's own is told, and never its place (I17). */
async function ownOf(db: Db, contest: ContestSubject, personId: number, { cut, now }: { cut: BoardOf["cut"]; now: Date }): Promise<Own> {
  const { score } = contest.rules.review;
  const told = cut !== "now" && reviewAllowed(score, { attempt: { state: "finished" }, contest: phasedContest(contest), now });
  return findPlace(db, { contestId: contest.id, cut: told ? "now" : cut }, personId);
}

/**
 * A page of the person board and one's own place on it; by the contest's rules only the places around the own, or the own as a band of
 * percent (B4): then nobody's place is told beside it. Empty, with the reason, while the printed rules keep it closed. While it is frozen the
 * places are the very same bytes for every member, whatever happens after the freeze (D6).
 */
export const getBoard = query({
  at: "GET /api/contests/:slug/board",
  input: z.strictObject({
    slug: z.string().max(80),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    /** Which board an organizer looks at while it is frozen; members see the frozen one. */
    board: z.enum(BOARD_WISHES).default("true"),
  }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    shown: z.boolean(),
    /** From when the rules show the board, while they do not. */
    moves: z.string(),
    names: z.string(),
    /** What the rows tell beside points and time: the number right, or the days the points were made on. */
    beside: z.enum(BESIDE),
    places: z.array(publicPlaceSchema.extend({ own: z.boolean() })),
    /** What of the board the viewer sees. */
    view: z.enum(BOARD_VIEWS),
    /** Without its rank where a band is all that is told; without either while the board is frozen. */
    own: publicPlaceSchema.extend({ rank: z.number().nullable(), band: z.number().nullable() }).nullable(),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    /** How many places members see; null: all. */
    limit: z.number().nullable(),
    branches: z.boolean(),
    freeze: freezeSchema,
    asOf: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, page, board: wish }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { phase, shown, runs, view, places: limit, cut, freeze } = boardStateOf(contest, viewer, now, wish);
    const board = { contestId: contest.id, cut };
    const { moves, names, branches } = contest.rules.board;
    const total = shown ? await countPlaces(db, board) : 0;
    const visible = view === "full" && limit !== null ? Math.min(limit, total) : total;
    const own = shown ? await ownOf(db, contest, viewer.personId, { cut, now }) : null;
    const rows = shown ? await listSeen(db, board, own, { view, visible, from: (page - 1) * BOARD_PAGE }) : [];
    // Who runs the contest reads real names whatever it prints; one's own name is no secret to oneself.
    const printed = runs && freeze.showsTruth ? "names" : names;
    const isOwn = (row: { personId: number }): boolean => cut === "now" && row.personId === viewer.personId;
    return {
      contest: { slug, title: contest.title, phase },
      shown,
      moves,
      names: printed,
      beside: besideOf(contest.rules),
      places: rows.map((row) => ({ ...publicPlace(row, isOwn(row) ? "names" : printed), own: isOwn(row) })),
      view,
      own: own && {
        ...publicPlace(own, "names"),
        rank: view === "band" || cut !== "now" ? null : own.rank,
        band: cut === "now" ? bandOf(own.rank, total) : null,
      },
      total,
      page,
      pages: view === "full" ? Math.max(1, Math.ceil(visible / BOARD_PAGE)) : 1,
      limit: view === "full" ? limit : null,
      branches,
      freeze,
      asOf: cut === "now" ? now : visibleUntil(contest, now),
    };
  },
});
