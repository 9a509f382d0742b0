import { asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { arenaStrikes } from "#db/schema/arena-strikes.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { ARENA_VERDICTS, arenaVerdicts } from "#domain/matches/arena.ts";
import { oneSidedPairs } from "#domain/matches/one-sided.ts";
import { arenaPhaseOf } from "#domain/matches/shared-arena.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { areMatchesOn } from "#server/matches/refuse-in-light-burden.ts";
import { query } from "#server/verb.ts";
import { findLaidDown, readArenaFacts, reckonArena } from "./arena-facts.ts";
import { findArena } from "./find-arena.ts";
import { arenaSchema } from "./said-of-arena.ts";

/** The newest so many duels are shown; the board is of all of them. */
const MOST_DUELS = 200;

const who = z.object({ id: z.number(), name: z.string(), branchName: z.string() });
type Who = z.output<typeof who>;

/** Names and branches of people, as they are now. */
async function namesOf(db: Db, ids: Iterable<number>): Promise<(id: number) => Who> {
  const rows = await db
    .select({ id: people.id, name: people.name, branchName: branches.name })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(inArray(people.id, [...new Set(ids)]));
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => known.get(id) ?? { id, name: "", branchName: "" };
}

async function listStrikes(db: Db, arenaId: number) {
  const [by, lifter] = [alias(people, "by"), alias(people, "lifter")];
  const { id, matchId, personId, reason, struckAt, liftedAt, liftReason } = arenaStrikes;
  return db
    .select({
      id,
      matchId,
      personId,
      person: people.name,
      reason,
      struckAt,
      struckBy: by.name,
      liftedAt,
      liftReason,
      liftedBy: lifter.name,
    })
    .from(arenaStrikes)
    .innerJoin(by, eq(by.id, arenaStrikes.struckBy))
    .leftJoin(lifter, eq(lifter.id, arenaStrikes.liftedBy))
    .leftJoin(people, eq(people.id, personId))
    .where(eq(arenaStrikes.arenaId, arenaId))
    .orderBy(asc(id));
}

/** An arena as who runs it watches it: the whole board, its duels with their verdicts, pairs to look at, what was struck out. */
export const getArenaDesk = query({
  at: "GET /api/desk/arenas/:id",
  input: z.strictObject({ id: idSchema }),
  output: arenaSchema.extend({
    branchId: z.number(),
    board: z.array(
      z.object({ place: z.number(), person: who, points: z.number(), games: z.number(), wins: z.number(), isOnFire: z.boolean() }),
    ),
    duels: z.array(
      z.object({
        id: z.number(),
        startedAt: z.date(),
        endedAt: z.date().nullable(),
        players: z.array(who.extend({ result: z.number().nullable() })),
        verdict: z.enum(ARENA_VERDICTS),
      }),
    ),
    allDuels: z.number(),
    oneSided: z.array(z.object({ winner: who, loser: who, games: z.number() })),
    strikes: z.array(
      z.object({
        id: z.number(),
        matchId: z.number().nullable(),
        personId: z.number().nullable(),
        person: z.string().nullable(),
        reason: z.string(),
        struckBy: z.string(),
        struckAt: z.date(),
        liftedBy: z.string().nullable(),
        liftedAt: z.date().nullable(),
        liftReason: z.string(),
      }),
    ),
    serverNow: z.date(),
  }),
  door: "desk",
  may: can.seeArenasDesk,
  async run(db, { id }, { viewer, now }) {
    const arena = await findArena(db, id);
    if (!arena || !can.runArena(viewer, arena)) throw new Refusal("not-found");
    const isOn = await areMatchesOn(db);
    const { title, intro, branchId, branchName, opensAt, closesAt, perOpponent, view, endReason } = arena;
    const head = { id, title, intro, branchId, branchName, opensAt, closesAt, perOpponent, view, endReason, isOn, serverNow: now };
    const laidDown = await findLaidDown(db, id);
    const phase = { phase: arenaPhaseOf(arena, now), isFinal: laidDown !== undefined };
    // Nobody is set against anybody, nor was: in light-burden mode no rank bears a name.
    if (!isOn) return { ...head, ...phase, board: [], duels: [], allDuels: 0, oneSided: [], strikes: [] };
    const facts = await readArenaFacts(db, arena);
    const nameOf = await namesOf(
      db,
      facts.games.flatMap(({ players }) => players.map(({ personId }) => personId)),
    );
    const duels = arenaVerdicts(facts.games, facts.window, facts.terms).toReversed();
    return {
      ...{ ...head, ...phase },
      board: (laidDown ?? reckonArena(facts)).map(({ personId, ...row }) => ({ ...row, person: nameOf(personId) })),
      duels: duels.slice(0, MOST_DUELS).map(({ game: { id: duel, startedAt, endedAt, players }, verdict }) => ({
        ...{ id: duel, startedAt, endedAt, verdict },
        players: players.map(({ personId, result }) => ({ ...nameOf(personId), result: endedAt === null ? null : result })),
      })),
      allDuels: duels.length,
      oneSided: oneSidedPairs(facts.games).map(({ winner, loser, games }) => ({ winner: nameOf(winner), loser: nameOf(loser), games })),
      strikes: await listStrikes(db, id),
    };
  },
});
