"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { backoffMs } from "#app/contests/[slug]/play/backoff.ts";
import { takeSeat } from "#app/contests/[slug]/play/open-sitting.ts";
import { type Asked, askServer } from "#app/contests/ask-server.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import type { Response } from "#domain/questions/question.ts";
import type { getJudged } from "#server/judged/get-judged.ts";
import type { judgeTry } from "#server/judged/judge-try.ts";

/** One's own attempt in a format that judges at once, as the page reads it. */
export type JudgedReply = JsonOf<typeof getJudged>;
/** What a try came to. */
export type TryReply = JsonOf<typeof judgeTry>;
export type JudgedNow =
  | { readonly kind: "open"; readonly reply: JudgedReply; readonly time: ServerTime }
  | { readonly kind: "loading" | "signed-out" | "not-found" | "unreached" };

/** Reads the attempt, and again when it is asked to or the network was away. This device takes the seat when the page opens. */
export function useJudged(attemptId: number): { now: JudgedNow; again: () => Promise<void> } {
  const [now, setNow] = useState<JudgedNow>({ kind: "loading" });
  const seated = useRef(false);
  const tries = useRef(0);
  const again = useCallback(async (): Promise<void> => {
    if (!seated.current) seated.current = await takeSeat(attemptId);
    const asked = await askServer<JudgedReply>(`/api/attempts/${attemptId}/judged`);
    tries.current = asked.kind === "unreached" ? tries.current + 1 : 0;
    setNow((known) => {
      if (asked.kind !== "told") return asked.kind === "refused" ? { kind: "not-found" } : { kind: asked.kind };
      const time = known.kind === "open" ? known.time : ServerTime.told(asked.value.serverNow);
      if (asked.exchange) time.hear(asked.exchange);
      return { kind: "open", reply: asked.value, time };
    });
  }, [attemptId]);
  useEffect(() => void again(), [again]);
  useEffect(() => {
    if (now.kind !== "unreached") return;
    const timer = setTimeout(() => void again(), backoffMs(tries.current, Math.random()));
    return () => clearTimeout(timer);
  }, [now, again]);
  return { now, again };
}

type Tried = Readonly<{ slot: number; number: number; response: Response }>;

/** Sends a try until the server has said something: with its number it is counted once, however often it arrives. */
export async function sendTry(attemptId: number, tried: Tried, signal: AbortSignal, onUnreached: () => void): Promise<Asked<TryReply>> {
  for (let fails = 1; ; fails += 1) {
    const asked = await askServer<TryReply>(`/api/attempts/${attemptId}/tries`, tried);
    if (asked.kind !== "unreached" || signal.aborted) return asked;
    onUnreached();
    await new Promise((resolve) => setTimeout(resolve, backoffMs(fails, Math.random())));
  }
}
