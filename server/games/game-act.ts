import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { gameMoves, games } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { GAME_PHASES, type GameAct, type GameStage, phaseOf } from "#domain/games/game-clock.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { type Context, command } from "#server/verb.ts";
import { findGame, type Game, lockGame } from "./find-game.ts";

/** What an act makes of the row; what it leaves out stays. */
export type Moved = Readonly<{
  act: GameAct;
  stage?: GameStage;
  questionNo?: number;
  opensAt?: Date | null;
  closesAt?: Date | null;
  pausedAt?: Date | null;
  resumesAt?: Date | null;
  promptId?: number | null;
  startedAt?: Date;
  endedAt?: Date;
}>;

export const actInput = z.strictObject({
  id: idSchema,
  /** The state the host acts upon. When the game has moved on since, nothing is done and the reply says where it stands. */
  expected: z.coerce.number().int().min(0).max(1_000_000_000),
});
export const actOutput = z.object({
  stateSeq: z.number(),
  phase: z.enum(GAME_PHASES),
  questionNo: z.number(),
  /** Whether this press did it: of ten, and of two consoles, one does. */
  moved: z.boolean(),
});

/** One step of a game that is held: compared with what the host saw, moved, and the step kept with who made it. */
export async function actOn(
  tx: Tx,
  game: Game,
  expected: number,
  { now, viewer }: Context<Member>,
  move: () => Promise<Moved> | Moved,
): Promise<z.output<typeof actOutput>> {
  const told = (at: Game, moved: boolean) => ({ stateSeq: at.stateSeq, phase: phaseOf(at, now), questionNo: at.questionNo, moved });
  if (game.stateSeq !== expected) return told(game, false);
  if (game.stage === "over") throw new Refusal("game-over");
  const { act, ...changed } = await move();
  const stateSeq = game.stateSeq + 1;
  await tx
    .update(games)
    .set({ ...changed, stateSeq })
    .where(eq(games.id, game.id));
  const questionNo = changed.questionNo ?? game.questionNo;
  await tx.insert(gameMoves).values({ gameId: game.id, stateSeq, act, questionNo, movedBy: viewer.personId, movedAt: now });
  return told((await findGame(tx, game.id)) ?? game, true);
}

/**
 * An act of a host: the game held, compared with what the host saw, moved one step, and the step kept with who made it. Open pages hear of
 * it within 250 ms.
 */
export function gameAct(spec: {
  at: string;
  refusals: readonly string[];
  move: (tx: Tx, game: Game, context: Context<Member>) => Promise<Moved> | Moved;
}) {
  return command({
    at: spec.at,
    input: actInput,
    output: actOutput,
    refusals: ["game-over", ...spec.refusals],
    door: "desk",
    load: (tx, { id }) => lockGame(tx, id),
    may: can.runGame,
    run: (tx, game, { expected }, context) => actOn(tx, game, expected, context, () => spec.move(tx, game, context)),
  });
}
