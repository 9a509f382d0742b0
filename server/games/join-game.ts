import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { gamePlayers } from "#db/schema/games.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findGameByCode, type Game } from "./find-game.ts";

export const codeSchema = z
  .string()
  .transform((text) => text.normalize("NFKC").replaceAll(/\D/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));

/** The team somebody joins, checked; null where everybody plays alone. */
function teamOf({ rules, teams }: Game, team: number | undefined): number | null {
  if (rules.team === "none") return null;
  if (team === undefined || team >= teams.length) throw fieldRefusal("team", "game-team");
  return team;
}

/** Whoever comes first into a team answers for it, until the host names another. Two who come at once are taken one after the other. */
async function isFirstOf(tx: Tx, game: Game, team: number | null): Promise<boolean> {
  if (game.rules.team !== "captain" || team === null) return false;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('game captains'), ${game.id}::int)`);
  const { rows } = await tx.execute(
    sql`select 1 from game_players where game_id = ${game.id} and team = ${team} and is_captain and removed_at is null`,
  );
  return rows.length === 0;
}

/** Joins a game by its code, at any time until it is over: what was asked before is missed, what comes counts. Joined already, one is told the same. */
export const joinGame = command({
  at: "POST /api/live/:code/join",
  input: z.strictObject({ code: codeSchema, team: blankable(z.coerce.number().int().min(0).max(99)) }),
  output: z.object({ id: z.number(), code: z.string(), playerId: z.number() }),
  refusals: ["game-over", "game-team", "game-removed"],
  door: "play",
  load: (tx, { code }) => findGameByCode(tx, code),
  may: can.playGame,
  async run(tx, game, { team: wanted }, { viewer: { personId }, now }) {
    const mine = and(eq(gamePlayers.gameId, game.id), eq(gamePlayers.personId, personId));
    const find = () => tx.select({ id: gamePlayers.id, removedAt: gamePlayers.removedAt }).from(gamePlayers).where(mine);
    const [before] = await find();
    if (before?.removedAt) throw new Refusal("game-removed");
    if (before) return { id: game.id, code: game.code, playerId: before.id };
    if (game.stage === "over" || game.stage === "podium") throw new Refusal("game-over");
    const team = teamOf(game, wanted);
    const isCaptain = await isFirstOf(tx, game, team);
    const [person] = await tx.select({ timePercent: people.timePercent }).from(people).where(eq(people.id, personId));
    await tx
      .insert(gamePlayers)
      .values({ gameId: game.id, personId, team, isCaptain, timePercent: person?.timePercent ?? 100, joinedAt: now })
      .onConflictDoNothing();
    // A second tab may have been first; whichever row stands is the player.
    const [player] = await find();
    if (!player) throw new Error("a player who joined is not there");
    return { id: game.id, code: game.code, playerId: player.id };
  },
});
