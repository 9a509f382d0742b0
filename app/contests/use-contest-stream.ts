"use client";
import { useEffect, useEffectEvent, useState } from "react";

const EVENTS = ["board", "contest", "time"] as const;
type EventName = (typeof EVENTS)[number];
const AGAIN_MS = 5_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut off on the way; the next event brings the whole state again
  }
}

/**
 * Listens to a contest's stream while mounted, one connection a tab. True while the line stands. The browser reconnects by itself
 * after a break; after a refusal, and after `restart`, we come back with a chance delay so that a hall does not come at once.
 */
export function useContestStream(slug: string, ticket: string, onEvent: (name: EventName, data: unknown) => void): boolean {
  const [isLive, setLive] = useState(false);
  const heard = useEffectEvent(onEvent);
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const comeBack = (waitMs: number): void => {
      source?.close();
      setLive(false);
      clearTimeout(timer);
      timer = setTimeout(open, waitMs);
    };
    const open = (): void => {
      source = new EventSource(`/api/streams/contests/${encodeURIComponent(slug)}?ticket=${encodeURIComponent(ticket)}`);
      source.onopen = () => setLive(true);
      source.onerror = () => {
        setLive(false);
        if (source?.readyState === EventSource.CLOSED) comeBack(AGAIN_MS * (1 + Math.random()));
      };
      source.addEventListener("restart", () => comeBack(1_000 + AGAIN_MS * Math.random()));
      for (const name of EVENTS) source.addEventListener(name, (event) => heard(name, parsed((event as MessageEvent<string>).data)));
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [slug, ticket]);
  return isLive;
}
