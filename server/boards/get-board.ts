import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { publicPlace, publicPlaceSchema } from "./board-projection.ts";
import { boardStateOf } from "./board-state.ts";
import { countPlaces, findPlace, listPlaces } from "./list-places.ts";

export const BOARD_PAGE = 50;

/** A page of the person board and one's own place on it. Empty, with the reason, while the printed rules keep it closed. */
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
    own: publicPlaceSchema.nullable(),
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
    const { phase, shown, runs, places: limit } = boardStateOf(contest, viewer, now);
    const { moves, names, branches } = contest.rules.board;
    const total = shown ? await countPlaces(db, contest.id) : 0;
    const visible = limit === null ? total : Math.min(limit, total);
    const from = (page - 1) * BOARD_PAGE;
    const rows = shown && from < visible ? await listPlaces(db, contest.id, from, Math.min(BOARD_PAGE, visible - from)) : [];
    const own = shown ? await findPlace(db, contest.id, viewer.personId) : null;
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
      own: own && publicPlace(own, "names"),
      total,
      page,
      pages: Math.max(1, Math.ceil(visible / BOARD_PAGE)),
      limit,
      branches,
      asOf: now,
    };
  },
});
