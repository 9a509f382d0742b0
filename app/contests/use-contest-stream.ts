"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { LiveEvents } from "#server/boards/live-events.ts";

const EVENTS = ["board", "contest", "time", "clarifications"] as const;
const AGAIN_MS = 5_000;

/** What the stream says, one member an event name. */
export type LiveEvent = { [Name in keyof LiveEvents]: { readonly name: Name; readonly data: LiveEvents[Name] } }[keyof LiveEvents];

/**
 * Listens to a contest's stream while mounted, one connection a tab. True while the line stands. The browser reconnects by itself
 * after a break; after a refusal, and after `restart`, we come back with a chance delay so that a hall does not come at once.
 */
export function useContestStream(slug: string, ticket: string, onEvent: (event: LiveEvent) => void): boolean {
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
      for (const name of EVENTS)
        source.addEventListener(name, ({ data }: MessageEvent<string>) => heard({ name, data: JSON.parse(data) } as LiveEvent));
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [slug, ticket]);
  return isLive;
}
