import { randomUUID } from "node:crypto";
import { phaseOf } from "#domain/games/game-clock.ts";
import { closeWhenAllAnswered, listAnswerers, tellWaits } from "#server/games/close-when-all-answered.ts";
import type { GamePulse } from "#server/games/look-at-games.ts";
import type { GameRoom } from "#server/games/read-game-room.ts";
import type { GameReader } from "./watchers.ts";

/** How often a process says anew that it still waits for somebody: what was said longer ago is no word any more. */
const TELL_MS = 2_000;
/** Phones that open the stream together with the question come within this. */
const SETTLE_MS = 1_000;

/**
 * Closes answers by itself where the rules say so: when nobody who is there and may answer has yet to. Whoever is there holds a stream, here or
 * at another process of the house: each writes down for how many it waits, and the one that finds nobody waited for closes.
 */
export function gameCloser() {
  const process_ = randomUUID();
  const told = new Map<number, { seq: number; waiting: number; atMs: number }>();

  /** For how many of these phones the open question waits; of captains' games only captains can answer. */
  const waitingFor = async ({ game, players }: GameRoom, { answered }: GamePulse, phones: readonly GameReader[]): Promise<number> => {
    const there = new Set(phones.flatMap(({ playerId }) => playerId ?? []));
    const asked = [...there].filter((id) => game.rules.team !== "captain" || players.get(id)?.isCaptain === true);
    // While fewer have answered than there are, somebody is missing for certain.
    if (answered < asked.length) return asked.length - answered;
    const done = await listAnswerers(game.id, game.questionNo);
    return asked.filter((id) => !done.has(id)).length;
  };

  return {
    /** One game, one look. */
    async follow(room: GameRoom, pulse: GamePulse, phones: readonly GameReader[]): Promise<void> {
      const { game } = room;
      const now = new Date();
      if (!game.rules.autoClose || game.pausedAt || phaseOf(game, now) !== "open" || phones.length === 0) return;
      if (now.getTime() - (game.opensAt?.getTime() ?? 0) < SETTLE_MS) return;
      const waiting = await waitingFor(room, pulse, phones);
      const before = told.get(game.id);
      const isNew = before?.seq !== game.stateSeq || (before.waiting === 0) !== (waiting === 0);
      if (isNew || performance.now() - before.atMs > TELL_MS) {
        told.set(game.id, { seq: game.stateSeq, waiting, atMs: performance.now() });
        await tellWaits({ gameId: game.id, process: process_, stateSeq: game.stateSeq, waiting, now });
      }
      if (waiting === 0 && pulse.answered > 0) await closeWhenAllAnswered(game.id, game.stateSeq, now);
    },
    forget: (gameId: number): void => {
      told.delete(gameId);
    },
  };
}
