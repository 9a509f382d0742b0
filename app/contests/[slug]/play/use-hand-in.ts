"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { handInAttempt } from "./hand-in.ts";
import type { Sitting } from "./open-sitting.ts";
import { forgetPlace } from "./use-place.ts";
import type { SittingNow } from "./use-sitting.ts";

export type HandInPhase =
  | { readonly kind: "open" | "asking" | "signed-out" | "done" }
  | { readonly kind: "handing"; readonly isUnreached: boolean }
  /** The time is over: the answers are on their way, then the attempt is handed in by itself. */
  | { readonly kind: "time-up"; readonly isUnreached: boolean }
  | { readonly kind: "refused"; readonly code: string };

/** The part of the network allowance after which the page hands in by itself; the spread keeps a hall from doing it in one instant. */
const ALLOWANCE_PART = { least: 0.55, spread: 0.25 };

/** Handing in, by the person or at the end of the time. At the end the server is asked first whether it still is the end (I25, N9). */
export function useHandIn({ first, keeper, kept, time }: Sitting, { attempt, readAgain }: SittingNow) {
  const router = useRouter();
  const [phase, setPhase] = useState<HandInPhase>({ kind: "open" });
  const running = useRef<AbortController | null>(null);
  const resultPath = `/contests/${first.contest.slug}/attempts/${first.attemptId}`;

  const finish = async (isTimeUp: boolean): Promise<void> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const handed = await handInAttempt(first.attemptId, keeper, control.signal, isTimeUp, () => {
      setPhase({ kind: isTimeUp ? "time-up" : "handing", isUnreached: true });
    });
    if (handed.kind === "cancelled") return;
    if (handed.kind !== "done") return setPhase(handed);
    setPhase({ kind: "done" });
    keeper.close("ended");
    await kept.clear();
    forgetPlace(first.attemptId);
    router.replace(resultPath);
  };

  const endOfTime = useEffectEvent(async (): Promise<void> => {
    const again = await readAgain();
    if (again && again.state === "in_progress" && time.leftUntil(Date.parse(again.dueAt)) > 0) return setPhase({ kind: "open" });
    await finish(true);
  });

  const isTimeUp = phase.kind === "time-up";
  const { dueAt, endsAt } = attempt;
  useEffect(() => {
    if (!isTimeUp) return;
    // More time was given while the page was closing: back to the questions.
    if (time.leftUntil(Date.parse(dueAt)) > 0) return setPhase({ kind: "open" });
    const allowanceMs = Date.parse(endsAt) - Date.parse(dueAt);
    const at = Date.parse(dueAt) + allowanceMs * (ALLOWANCE_PART.least + ALLOWANCE_PART.spread * Math.random());
    const timer = setTimeout(() => void endOfTime(), time.leftUntil(at));
    return () => clearTimeout(timer);
  }, [isTimeUp, dueAt, endsAt, time]);

  useEffect(() => () => running.current?.abort(), []);

  return {
    phase,
    resultPath,
    ask: () => setPhase({ kind: "asking" }),
    back: () => {
      running.current?.abort();
      setPhase({ kind: "open" });
    },
    handIn: () => {
      setPhase({ kind: "handing", isUnreached: false });
      void finish(false);
    },
    timeUp: () => {
      running.current?.abort();
      running.current = null;
      setPhase({ kind: "time-up", isUnreached: false });
      keeper.hurry();
    },
  };
}
