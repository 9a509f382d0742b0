import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { bandOf, nearOf } from "#domain/boards/near-view.ts";
import { BOARD_VIEWS, type BoardView } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { publicPlace, publicPlaceSchema } from "./board-projection.ts";
import { boardStateOf } from "./board-state.ts";
import { countPlaces, findPlace, listPlaces, positionOf } from "./list-places.ts";

export const BOARD_PAGE = 50;

type Own = Awaited<ReturnType<typeof findPlace>>;
type Seen = Readonly<{ view: BoardView; visible: number; from: number }>;

/** The rows a viewer sees: a page of the list, the neighbours of the own place, or none but the own. */
async function listSeen(db: Db, contestId: number, own: Own, { view, visible, from }: Seen) {
  if (view === "full") return from < visible ? listPlaces(db, contestId, from, Math.min(BOARD_PAGE, visible - from)) : [];
  if (view === "band" || own === null) return [];
  const near = nearOf(await positionOf(db, contestId, own), visible);
  return listPlaces(db, contestId, near.from, near.size);
}

/**
 * A page of the person board and one's own place on it; by the contest's rules only the places around the own, or the own as a band of
 * percent (B4): then nobody's place is told beside it. Empty, with the reason, while the printed rules keep it closed.
 */
export const getBoard = query({
  at: "GET /api/contests/:slug/board",
  input: z.strictObject({ slug: z.string().max(80), page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    shown: z.boolean(),
    /** From when the rules show the board, while they do not. */
    moves: z.string(),
    names: z.string(),
    places: z.array(publicPlaceSchema.extend({ own: z.boolean() })),
    /** What of the board the viewer sees. */
    view: z.enum(BOARD_VIEWS),
    /** Without its rank where a band is all that is told. */
    own: publicPlaceSchema.extend({ rank: z.number().nullable(), band: z.number() }).nullable(),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    /** How many places members see; null: all. */
    limit: z.number().nullable(),
    branches: z.boolean(),
    asOf: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, page }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { phase, shown, runs, view, places: limit } = boardStateOf(contest, viewer, now);
    const { moves, names, branches } = contest.rules.board;
    const total = shown ? await countPlaces(db, contest.id) : 0;
    const visible = view === "full" && limit !== null ? Math.min(limit, total) : total;
    const own = shown ? await findPlace(db, contest.id, viewer.personId) : null;
    const rows = shown ? await listSeen(db, contest.id, own, { view, visible, from: (page - 1) * BOARD_PAGE }) : [];
    // Who runs the contest reads real names whatever it prints; one's own name is no secret to oneself.
    const printed = runs ? "names" : names;
    return {
      contest: { slug, title: contest.title, phase },
      shown,
      moves,
      names: printed,
      places: rows.map((row) => ({
        ...publicPlace(row, row.personId === viewer.personId ? "names" : printed),
        own: row.personId === viewer.personId,
      })),
      view,
      own: own && { ...publicPlace(own, "names"), rank: view === "band" ? null : own.rank, band: bandOf(own.rank, total) },
      total,
      page,
      pages: view === "full" ? Math.max(1, Math.ceil(visible / BOARD_PAGE)) : 1,
      limit: view === "full" ? limit : null,
      branches,
      asOf: now,
    };
  },
});
