import { crowdOf, type GameEvents, ownGame, sharedGame } from "#server/games/game-events.ts";
import type { GamePulse, GameRoom } from "#server/games/read-game-room.ts";
import { ownPlayerIn, readOwnPlayer } from "#server/games/read-own-game.ts";
import { frameOf } from "./broadcast.ts";

/** One player's own frame: small, and nobody else's. `isFresh`: the room was read just now, and is asked before the table. */
export async function ownFrame(room: GameRoom, playerId: number, isFresh = false): Promise<{ frame: Buffer; isRemoved: boolean } | null> {
  const known = isFresh ? ownPlayerIn(room, playerId) : undefined;
  const own = known ?? (await readOwnPlayer({ gameId: room.game.id, questionNo: room.game.questionNo, playerId }));
  return own && { frame: frameOf("own", ownGame(room, playerId, own) satisfies GameEvents["own"]), isRemoved: own.isRemoved };
}

/** What everybody hears of a game, and what halls hear besides: made once, the same bytes to all. */
export const framesOf = (room: GameRoom, answered: number): { room: GameRoom; shared: Buffer; crowd: Buffer } => ({
  room,
  shared: frameOf("game", sharedGame(room) satisfies GameEvents["game"]),
  crowd: frameOf("crowd", crowdOf(room, answered)),
});

/** What must be told to all. `people`: a captain named, somebody removed; `act`: whatever a host did. */
export const markOf = (pulse: GamePulse, stage: GameRoom["game"]["stage"]): { people: string; act: string } => ({
  people: `${pulse.captains} ${pulse.removed}`,
  // An answer received in time may reach the table after the reveal: what was told of it is told anew.
  act: `${pulse.stateSeq} ${stage === "revealed" || stage === "board" ? pulse.answered : ""}`,
});
