"use client";
import { useEffect, useState } from "react";

type Place = { readonly current: number; readonly flags: ReadonlySet<number> };

const keyOf = (attemptId: number): string => `zx-place:${attemptId}`;

/** Forgets the place: the attempt is over. */
export const forgetPlace = (attemptId: number): void => window.localStorage.removeItem(keyOf(attemptId));

/** Where the person was, as this device remembers it; the first unanswered question on a device that does not know. */
function rememberedPlace(attemptId: number, total: number, firstUnanswered: number): Place {
  const fallback = { current: Math.max(0, firstUnanswered), flags: new Set<number>() };
  try {
    const { current, flags } = JSON.parse(window.localStorage.getItem(keyOf(attemptId)) ?? "{}") as { current?: unknown; flags?: unknown };
    const isSlot = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < total;
    return { current: isSlot(current) ? current : fallback.current, flags: new Set(Array.isArray(flags) ? flags.filter(isSlot) : []) };
  } catch {
    return fallback; // storage is off, or not ours
  }
}

/** The question on the screen and the flags. Both are this device's own business: losing them loses no answer. */
export function usePlace(attemptId: number, total: number, firstUnanswered: number) {
  const [place, setPlace] = useState(() => rememberedPlace(attemptId, total, firstUnanswered));
  useEffect(() => {
    try {
      window.localStorage.setItem(keyOf(attemptId), JSON.stringify({ current: place.current, flags: [...place.flags] }));
    } catch {
      // A device that keeps nothing still shows the questions.
    }
  }, [attemptId, place]);
  return {
    ...place,
    go: (slot: number) => setPlace(({ flags }) => ({ current: Math.min(total - 1, Math.max(0, slot)), flags })),
    flag: (slot: number) =>
      setPlace(({ current, flags }) => ({
        current,
        flags: flags.has(slot) ? new Set([...flags].filter((other) => other !== slot)) : new Set([...flags, slot]),
      })),
  };
}
