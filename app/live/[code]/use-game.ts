import { useEffect, useState } from "react";
import { ServerTime } from "#app/contests/server-time.ts";
import { useStream } from "#app/contests/use-stream.ts";
import { type GameFacts, type GamePhase, phaseOf } from "#domain/games/game-clock.ts";
import type { GameEvents } from "#server/games/game-events.ts";

/** A window may be short, so the wait is not long. */
const PATIENCE = { againMs: 1_000, restartMs: 500 };
const EVENTS = ["game", "own", "crowd", "prompt", "clock"] as const;
export type Game = GameEvents["game"];
export type Own = GameEvents["own"];
export type PromptTold = GameEvents["prompt"];

/** A game as its stream tells it. `told`: what came of the prompt so far. `time`: the server's clock. Whatever was told last stays when the line drops. */
export function useGame(id: number, ticket: string | null, serverNow: string) {
  const [game, setGame] = useState<Game | null>(null);
  const [own, setOwn] = useState<Own | null>(null);
  const [crowd, setCrowd] = useState<GameEvents["crowd"] | null>(null);
  const [came, setCame] = useState<PromptTold | null>(null);
  const [time, setTime] = useState<ServerTime | null>(null);
  useEffect(() => setTime((known) => known ?? ServerTime.told(serverNow)), [serverNow]);
  const hear = (name: string, data: unknown): void => {
    if (name === "game") setGame(data as Game);
    else if (name === "own") setOwn(data as Own);
    else if (name === "crowd") setCrowd(data as GameEvents["crowd"]);
    else if (name === "prompt") setCame(data as PromptTold);
    else setTime(ServerTime.told((data as GameEvents["clock"]).serverNow));
  };
  // Who was taken out listens no more.
  const isLive = useStream(`/api/streams/games/${id}`, own?.isRemoved ? null : ticket, EVENTS, hear, PATIENCE);
  // Before the first word nothing has been lost.
  const told = came?.promptId === game?.prompt?.id ? came : null;
  return { game, own, crowd, told, time, isLive: isLive || game === null };
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** What of a told game its clock needs. */
export const factsOf = ({ stage, questionNo, opensAt, closesAt, pausedAt }: Game): GameFacts => ({
  ...{ stage, questionNo, opensAt: dateOf(opensAt), closesAt: dateOf(closesAt), pausedAt: dateOf(pausedAt) },
});

/** Where the game stands by the server's clock, turned over here at the very instants it opens and closes: nobody has to say so. */
export function usePhase(game: Game | null, time: ServerTime | null): GamePhase {
  const [phase, setPhase] = useState<GamePhase>("lobby");
  useEffect(() => {
    if (!game || !time) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const facts = factsOf(game);
    const look = (): void => {
      const now = time.now();
      setPhase(phaseOf(facts, new Date(now)));
      if (facts.stage !== "question" || facts.pausedAt) return;
      const next = [facts.opensAt, facts.closesAt].map((at) => at?.getTime() ?? 0).find((at) => at > now);
      if (next !== undefined) timer = setTimeout(look, next - now + 5);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [game, time]);
  return phase;
}
