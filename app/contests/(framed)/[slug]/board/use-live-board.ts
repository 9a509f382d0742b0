"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { type LiveEvent, useContestStream } from "#app/contests/use-contest-stream.ts";
import { saidOfBoard } from "./said-of-board.ts";

/** One's own row and further pages are asked for at most this often, each reader at another moment. */
const OWN_EVERY_MS = 10_000;
const POLL_MS = 20_000;
const spread = (ms: number): number => ms * (1 + Math.random() / 2);

/**
 * A board that follows the contest: the stream's public rows at once (`push`), the rest by asking again; by asking alone while there
 * is no stream. Whatever fails, the last state stays.
 */
export function useLiveBoard<Board extends { shown: boolean }>(
  { slug, streamTicket, path }: { slug: string; streamTicket: string; path: string },
  first: Board,
  push: (board: Board, event: Extract<LiveEvent, { name: "board" }>["data"]) => Board,
): { board: Board; isLive: boolean } {
  const [board, setBoard] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const heard = useRef("");

  const askAgain = useEffectEvent(async (): Promise<void> => {
    timer.current = undefined;
    if (document.visibilityState === "visible") {
      const asked = await askServer<Board>(path);
      if (asked.kind === "told" && asked.value.shown) setBoard(asked.value);
    }
    if (!isLive) askIn(POLL_MS);
  });
  const askIn = (ms: number): void => {
    timer.current ??= setTimeout(() => void askAgain(), spread(ms));
  };
  const isLive = useContestStream(slug, streamTicket, ({ name, data }) => {
    if (name !== "board") return;
    setBoard((known) => push(known, data));
    // What the first event says is on the page already: nobody asks for it again.
    const said = saidOfBoard(data);
    const isNews = heard.current !== "" && heard.current !== said;
    heard.current = said;
    if (isNews) askIn(OWN_EVERY_MS);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the timers are the same from one rendering to the next
  useEffect(() => {
    if (!isLive) askIn(POLL_MS);
    const seen = (): void => {
      if (document.visibilityState === "visible") askIn(500);
    };
    document.addEventListener("visibilitychange", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [isLive]);
  return { board, isLive };
}
