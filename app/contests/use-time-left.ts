"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { hasJumped, untilNextSecond } from "./server-clock.ts";
import type { ServerTime } from "./server-time.ts";

/** A timer sleeps no longer than this: browsers overflow at 2^31 ms, and a jump should be noticed. */
const LONGEST_MS = 60_000;

/**
 * What is left until `until` (ms, server time), looked up anew at each second and whenever the page is seen again; nothing is ever
 * counted down (never.md N17). `onJump` is called when the device slept or its clock was moved: ask the server again.
 */
export function useTimeLeft(time: ServerTime, until: number, onJump: () => void): number {
  const [left, setLeft] = useState(() => time.leftUntil(until));
  const jumped = useEffectEvent(onJump);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let seen = { at: performance.now(), wall: Date.now() };
    const look = (): void => {
      clearTimeout(timer);
      const now = { at: performance.now(), wall: Date.now() };
      if (hasJumped(seen, now)) jumped();
      seen = now;
      const still = time.leftUntil(until);
      setLeft(still);
      if (still > 0) timer = setTimeout(look, Math.min(LONGEST_MS, untilNextSecond(still)));
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [time, until]);
  return left;
}
