import { crowdOf, type GameEvents, ownGame, sharedGame } from "#server/games/game-events.ts";
import type { GamePulse } from "#server/games/look-at-games.ts";
import type { GameRoom } from "#server/games/read-game-room.ts";
import { ownPlayerIn, readOwnPlayer } from "#server/games/read-own-game.ts";
import { type RoomPrompt, toldOfPrompt } from "#server/games/read-prompt.ts";
import { frameOf } from "./broadcast.ts";

/** One player's own frame: small, and nobody else's. `isFresh`: the room was read just now, and is asked before the table. */
export async function ownFrame(room: GameRoom, playerId: number, isFresh = false): Promise<{ frame: Buffer; isRemoved: boolean } | null> {
  const known = isFresh ? ownPlayerIn(room, playerId) : undefined;
  const { id: gameId, questionNo, promptId } = room.game;
  const own = known ?? (await readOwnPlayer({ gameId, questionNo, playerId, promptId }));
  return own && { frame: frameOf("own", ownGame(room, playerId, own) satisfies GameEvents["own"]), isRemoved: own.isRemoved };
}

const nothing = Buffer.alloc(0);

/** What came of the prompt, for screens and for phones; no bytes when there is none. */
export const promptFramesOf = (prompt: RoomPrompt | null): { promptScreens: Buffer; promptPhones: Buffer } => ({
  promptScreens: prompt ? frameOf("prompt", toldOfPrompt(prompt, "screens") satisfies GameEvents["prompt"]) : nothing,
  promptPhones: prompt ? frameOf("prompt", toldOfPrompt(prompt, "phones") satisfies GameEvents["prompt"]) : nothing,
});

/** What everybody hears of a game, and what halls hear besides: made once, the same bytes to all. */
export const framesOf = (room: GameRoom, answered: number) => ({
  room,
  shared: frameOf("game", sharedGame(room) satisfies GameEvents["game"]),
  crowd: frameOf("crowd", crowdOf(room, answered)),
  ...promptFramesOf(room.prompt),
});

/** What must be told to all. `people`: a captain named, somebody removed; `act`: whatever a host did. */
export const markOf = (pulse: GamePulse, stage: GameRoom["game"]["stage"]): { people: string; act: string } => ({
  people: `${pulse.captains} ${pulse.removed}`,
  // An answer received in time may reach the table after the reveal: what was told of it is told anew.
  act: `${pulse.stateSeq} ${stage === "revealed" || stage === "board" ? pulse.answered : ""}`,
});
