// Above 150 lines: one look at all games stands together with everything that follows from it.
import { patiently } from "#server/attempts/patiently.ts";
import { crowdOf, type GameEvents } from "#server/games/game-events.ts";
import { type GamePulse, lookAtGames } from "#server/games/look-at-games.ts";
import { type GameRoom, readGameRoom } from "#server/games/read-game-room.ts";
import { readPrompt } from "#server/games/read-prompt.ts";
import { broadcast, frameOf, send } from "./broadcast.ts";
import { gameCloser } from "./game-closer.ts";
import { framesOf, markOf, ownFrame, promptFramesOf } from "./game-frames.ts";
import { lookAgain } from "./look-again.ts";
import type { GameReader, WatcherList } from "./watchers.ts";

const POLL_MS = 250;
/** Every how many looks a hall hears of who came and who answered. */
const LOOKS_A_COUNT = 2;
/** Every how many looks a room hears what came of a prompt: five thousand may speak at once. */
const LOOKS_A_SAY = 4;
/** After so many looks a game that nobody watches is put away. */
const KEEP_LOOKS = 240;
const SLICE = 500;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Watched = {
  room: GameRoom;
  shared: Buffer;
  crowd: Buffer;
  promptScreens: Buffer;
  promptPhones: Buffer;
  mark: { people: string; act: string };
  said: string;
  counted: string;
  askedAtLook: number;
};

/**
 * What moves the streams of games: one look every 250 ms at all that somebody watches. What a host did goes to everybody in the same
 * bytes, and to each player the own place besides; who came and who answered goes to halls alone. Where a game stands is in its row:
 * a process that starts anew tells the same.
 */
export function gameFeed(readers: WatcherList<GameReader>) {
  const games = new Map<number, Promise<Watched | null>>();
  const closer = gameCloser();
  const opened = new Map<number, Watched>();
  let looks = 0;
  let dropped = 0;

  const load = async (gameId: number): Promise<Watched | null> => {
    // The look comes first: what changes after it is noticed by the next.
    const [pulse] = await patiently(() => lookAtGames([gameId]));
    const room = await patiently(() => readGameRoom(gameId));
    if (!room || !pulse) return null;
    const mark = markOf(pulse, room.game.stage);
    const watched = { ...framesOf(room, pulse.answered), mark, said: pulse.said, counted: "", askedAtLook: looks };
    opened.set(gameId, watched);
    return watched;
  };
  /** The game as it is watched, loaded on the first asking; null when there is none. */
  const watchedOf = (gameId: number): Promise<Watched | null> => {
    const known = games.get(gameId);
    if (known) return known;
    const loading = load(gameId);
    games.set(gameId, loading);
    loading.then((found) => found ?? games.delete(gameId)).catch(() => games.delete(gameId));
    return loading;
  };

  const screensOf = (gameId: number) => [...readers.of(gameId)].filter(({ playerId }) => playerId === null).map(({ socket }) => socket);
  const phonesOf = (gameId: number) => [...readers.of(gameId)].filter(({ playerId }) => playerId !== null);
  const tellOwn = async (watched: Watched): Promise<void> => {
    const players = phonesOf(watched.room.game.id);
    for (let from = 0; from < players.length; from += SLICE) {
      await Promise.all(
        players.slice(from, from + SLICE).map(async (reader) => {
          const own = await ownFrame(watched.room, reader.playerId as number, true);
          if (!own || !send(reader.socket, own.frame)) dropped += 1;
          if (own?.isRemoved) reader.socket.end();
        }),
      );
      await nextTurn();
    }
  };
  const tellAll = async (watched: Watched, pulse: GamePulse, isAboutPlayers: boolean): Promise<void> => {
    const isSame = !isAboutPlayers && pulse.players === watched.room.players.size;
    const room = await readGameRoom(pulse.id, isSame ? watched.room.players : undefined);
    if (!room) return;
    Object.assign(watched, framesOf(room, pulse.answered));
    const all = [...readers.of(pulse.id)].map(({ socket }) => socket);
    dropped += await broadcast(all, watched.shared);
    dropped += await broadcast(screensOf(pulse.id), watched.crowd);
    await sendPrompt(watched);
    // A question that is put changes nobody's points.
    if (isAboutPlayers || room.game.stage !== "question") await tellOwn(watched);
  };
  const sendPrompt = async ({ room, promptScreens, promptPhones }: Watched): Promise<void> => {
    if (!room.prompt) return;
    const gameId = room.game.id;
    dropped += await broadcast(screensOf(gameId), promptScreens);
    dropped += await broadcast(
      phonesOf(gameId).map(({ socket }) => socket),
      promptPhones,
    );
  };
  const tellPrompt = async (watched: Watched): Promise<void> => {
    const { id, promptId } = watched.room.game;
    const prompt = await readPrompt(promptId);
    Object.assign(watched, promptFramesOf(prompt));
    // To phones that wait for the close there is nothing to tell.
    if (prompt?.isOpen && prompt.kind !== "asks") dropped += await broadcast(screensOf(id), watched.promptScreens);
    else await sendPrompt(watched);
  };
  const tellCrowd = async (watched: Watched, pulse: GamePulse): Promise<void> => {
    const room = watched.room.game.stage === "lobby" ? await readGameRoom(pulse.id) : watched.room;
    if (!room) return;
    if (room !== watched.room) Object.assign(watched, framesOf(room, pulse.answered));
    watched.crowd = frameOf("crowd", { ...crowdOf(room, pulse.answered), players: pulse.players } satisfies GameEvents["crowd"]);
    dropped += await broadcast(screensOf(pulse.id), watched.crowd);
  };

  /** One game, one look. */
  const follow = async (watched: Watched, pulse: GamePulse): Promise<void> => {
    const counted = `${pulse.players} ${pulse.answered}`;
    const mark = markOf(pulse, watched.room.game.stage);
    if (mark.people !== watched.mark.people || mark.act !== watched.mark.act) {
      await tellAll(watched, pulse, mark.people !== watched.mark.people);
      watched.mark = markOf(pulse, watched.room.game.stage);
      watched.counted = counted;
    } else if (looks % LOOKS_A_COUNT === 0 && counted !== watched.counted) {
      watched.counted = counted;
      await tellCrowd(watched, pulse);
    }
    if (looks % LOOKS_A_SAY === 0 && pulse.said !== watched.said) {
      watched.said = pulse.said;
      await tellPrompt(watched);
    }
    await closer.follow(watched.room, pulse, phonesOf(pulse.id));
  };
  const look = async (): Promise<void> => {
    looks += 1;
    for (const [gameId, watched] of opened) {
      if (readers.of(gameId).size > 0) watched.askedAtLook = looks;
      if (looks - watched.askedAtLook < KEEP_LOOKS) continue;
      opened.delete(gameId);
      games.delete(gameId);
      closer.forget(gameId);
    }
    if (opened.size === 0) return;
    for (const pulse of await lookAtGames([...opened.keys()])) {
      const watched = opened.get(pulse.id);
      if (watched) await follow(watched, pulse);
    }
  };
  const looking = lookAgain(POLL_MS, "games", look);

  return {
    /**
     * The newest of a game for a reader who comes in; null when there is none for them. `frames` says null when the game has moved on since:
     * to be asked again. Between it and joining the readers nothing may be awaited.
     */
    async greeting(gameId: number, playerId: number | null): Promise<{ frames: () => Buffer | null } | null> {
      const watched = await watchedOf(gameId);
      if (!watched) return null;
      watched.askedAtLook = looks;
      if (playerId === null) return { frames: () => Buffer.concat([watched.shared, watched.crowd, watched.promptScreens]) };
      const { room } = watched;
      const own = await ownFrame(room, playerId);
      if (!own || own.isRemoved) return null;
      return { frames: () => (watched.room === room ? Buffer.concat([watched.shared, watched.promptPhones, own.frame]) : null) };
    },
    dropped: () => dropped,
    end: looking.end,
  };
}
