"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";

/** So long without an answer before a hall is told: a line that is back sooner was not worth a word. */
const GRACE_MS = 10_000;

export type Kept<T> = Readonly<{ value: T; isDown: boolean; askAgain: () => void }>;

/**
 * What a big screen shows: asked for again and again, and kept as it was last while the line is down. One question at a time; a slow one
 * delays the next and never doubles it.
 */
export function useKept<T>(path: string, first: T, everyMs: number): Kept<T> {
  const [value, setValue] = useState(first);
  const [isDown, setDown] = useState(false);
  const [asked, setAsked] = useState(0);
  const heard = useEffectEvent((told: T | null, silentMs: number): void => {
    if (told !== null) setValue(told);
    setDown(told === null && silentMs > GRACE_MS);
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    let lastMs = performance.now();
    const look = async (): Promise<void> => {
      const told = await askServer<T>(path);
      if (isOver) return;
      if (told.kind === "told") lastMs = performance.now();
      heard(told.kind === "told" ? told.value : null, performance.now() - lastMs);
      timer = setTimeout(() => void look(), everyMs);
    };
    timer = setTimeout(() => void look(), asked === 0 ? everyMs : 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path, everyMs, asked]);
  return { value, isDown, askAgain: () => setAsked((count) => count + 1) };
}
