"use client";
import { useEffect } from "react";

/** Throws away the texts that this browser keeps for anybody but the person who is here now. Shows nothing. */
export function ForgetOthers({ person }: { person: number }): null {
  useEffect(() => {
    const forget = async (): Promise<void> => {
      for (const name of await window.caches.keys())
        if (name.startsWith("zx-texts-") && name !== `zx-texts-${person}`) await window.caches.delete(name);
    };
    // Not there over plain http; then nothing is kept either.
    if ("caches" in window) void forget().catch(() => undefined);
  }, [person]);
  return null;
}
