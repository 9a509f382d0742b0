import { useEffect, useEffectEvent, useState } from "react";
import { ServerTime } from "#app/contests/server-time.ts";
import { type GameFacts, type GamePhase, phaseOf } from "#domain/games/game-clock.ts";
import type { GameEvents } from "#server/games/game-events.ts";

const AGAIN_MS = 2_000;
export type Game = GameEvents["game"];
export type Own = GameEvents["own"];

/** A game as its stream tells it. `time`: the server's clock. Whatever was told last stays when the line drops. */
export function useGame(id: number, ticket: string | null, serverNow: string) {
  const [game, setGame] = useState<Game | null>(null);
  const [own, setOwn] = useState<Own | null>(null);
  const [crowd, setCrowd] = useState<GameEvents["crowd"] | null>(null);
  const [time, setTime] = useState<ServerTime | null>(null);
  const [isLive, setLive] = useState(true);

  const hear = (name: keyof GameEvents, data: string): void => {
    const said: unknown = JSON.parse(data);
    if (name === "game") setGame(said as Game);
    else if (name === "own") setOwn(said as Own);
    else if (name === "crowd") setCrowd(said as GameEvents["crowd"]);
    else {
      const at = performance.now();
      setTime(new ServerTime({ sentAt: at, receivedAt: at, serverNow: Date.parse((said as GameEvents["clock"]).serverNow) }));
    }
  };
  const heard = useEffectEvent(hear);
  useEffect(() => {
    const at = performance.now();
    setTime((known) => known ?? new ServerTime({ sentAt: at, receivedAt: at, serverNow: Date.parse(serverNow) }));
  }, [serverNow]);
  const isOut = own?.isRemoved === true;
  useEffect(() => {
    if (ticket === null || isOut) return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const comeBack = (waitMs: number): void => {
      source?.close();
      setLive(false);
      clearTimeout(timer);
      timer = setTimeout(open, waitMs);
    };
    const open = (): void => {
      source = new EventSource(`/api/streams/games/${id}?ticket=${encodeURIComponent(ticket)}`);
      source.onopen = () => setLive(true);
      // With a chance delay, so that a hall does not come back in one instant; a window may be short, so it is not long.
      source.onerror = () => comeBack(AGAIN_MS * (0.5 + Math.random()));
      source.addEventListener("restart", () => comeBack(500 + AGAIN_MS * Math.random()));
      for (const name of ["game", "own", "crowd", "clock"] as const)
        source.addEventListener(name, ({ data }: MessageEvent<string>) => heard(name, data));
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [id, ticket, isOut]);
  return { game, own, crowd, time, isLive };
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
