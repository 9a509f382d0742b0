import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { bandOf, nearOf } from "#domain/boards/near-view.ts";
import type { BoardView } from "#domain/contests/rules.ts";
import { ARENA_VERDICTS, type ArenaRow, arenaSteps } from "#domain/matches/arena.ts";
import { arenaPhaseOf } from "#domain/matches/shared-arena.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, pageSchema } from "#server/input-schemas.ts";
import { areMatchesOn } from "#server/matches/refuse-in-light-burden.ts";
import { query } from "#server/verb.ts";
import { findLaidDown, readArenaFacts, reckonArena } from "./arena-facts.ts";
import { findArena } from "./find-arena.ts";
import { arenaSchema } from "./said-of-arena.ts";

const PAGE_SIZE = 50;

const rowSchema = z.object({ points: z.number(), games: z.number(), wins: z.number(), isOnFire: z.boolean() });
const placeSchema = rowSchema.extend({ place: z.number(), name: z.string(), branchName: z.string(), isOwn: z.boolean() });

/** The stretch of the board that the arena's view shows this person: a page of it all, the nearest, or nobody. */
function shownOf(board: readonly ArenaRow[], view: BoardView, position: number, page: number): readonly ArenaRow[] {
  if (view === "full") return board.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (view === "band" || position < 0) return [];
  const { from, size } = nearOf(position, board.length);
  return board.slice(from, from + size);
}

/** Rows with the names and branches of their people as they are now. */
async function named(db: Db, rows: readonly ArenaRow[], own: number): Promise<z.input<typeof placeSchema>[]> {
  if (rows.length === 0) return [];
  const found = await db
    .select({ id: people.id, name: people.name, branchName: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(
      inArray(
        people.id,
        rows.map(({ personId }) => personId),
      ),
    );
  const known = new Map(found.map((row) => [row.id, row]));
  return rows.map(({ personId, ...row }) => {
    const { name = "", branchName = "" } = known.get(personId) ?? {};
    return { ...row, name, branchName, isOwn: personId === own };
  });
}

/**
 * An arena as its people see it: where one stands, who stands near (or everybody, or only a band, as its organizer wants), and of each of the
 * own duels what it gave and why. The opponents in the own list have no names, and how strong anybody plays is told to nobody.
 */
export const getArena = query({
  at: "GET /api/arenas/:id",
  input: z.strictObject({ id: idSchema, page: pageSchema }),
  output: arenaSchema.extend({
    /** Whether one's own duels count in it. */
    plays: z.boolean(),
    /** How many have a duel that counts. */
    total: z.number(),
    page: z.number(),
    /** `place` is null where the arena shows bands alone; `band`: among the first so many percent. */
    own: rowSchema.extend({ place: z.number().nullable(), band: z.number() }).nullable(),
    places: z.array(placeSchema),
    steps: z.array(
      z.object({
        endedAt: z.date().nullable(),
        result: z.number().nullable(),
        otherResult: z.number().nullable(),
        score: z.number(),
        points: z.number(),
        isDouble: z.boolean(),
        verdict: z.enum(ARENA_VERDICTS),
      }),
    ),
    serverNow: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id, page }, { viewer, now }) {
    const arena = await findArena(db, id);
    if (!arena || !can.seeArena(viewer, arena)) throw new Refusal("not-found");
    const isOn = await areMatchesOn(db);
    const { title, intro, branchName, opensAt, closesAt, perOpponent, view, endReason, path } = arena;
    const head = { id, title, intro, branchName, opensAt, closesAt, perOpponent, view, endReason, isOn, page, serverNow: now };
    const about = { ...head, phase: arenaPhaseOf(arena, now), plays: viewer.branchPath.startsWith(path) };
    if (!isOn) return { ...about, isFinal: false, total: 0, own: null, places: [], steps: [] };
    const [facts, laidDown] = [await readArenaFacts(db, arena), await findLaidDown(db, id)];
    const board = laidDown ?? reckonArena(facts);
    const position = board.findIndex(({ personId }) => personId === viewer.personId);
    const own = board[position];
    return {
      ...{ ...about, isFinal: laidDown !== undefined, total: board.length },
      own: own ? { ...own, place: view === "band" ? null : own.place, band: bandOf(own.place, board.length) } : null,
      places: await named(db, shownOf(board, view, position, page), viewer.personId),
      steps: arenaSteps(viewer.personId, facts.games, facts.window, facts.terms).map((step) => ({
        ...step,
        ...(step.endedAt === null && { result: null, otherResult: null }),
      })),
    };
  },
});
