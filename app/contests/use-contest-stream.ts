"use client";
import type { LiveEvents } from "#server/boards/live-events.ts";
import { useStream } from "./use-stream.ts";

const EVENTS = ["board", "contest", "time", "clarifications"] as const;
const PATIENCE = { againMs: 5_000, restartMs: 1_000 };

/** What the stream says, one member an event name. */
export type LiveEvent = { [Name in keyof LiveEvents]: { readonly name: Name; readonly data: LiveEvents[Name] } }[keyof LiveEvents];

/** Listens to a contest's stream while mounted, one connection a tab. True while the line stands. */
export function useContestStream(slug: string, ticket: string, onEvent: (event: LiveEvent) => void): boolean {
  const hear = (name: string, data: unknown): void => onEvent({ name, data } as LiveEvent);
  return useStream(`/api/streams/contests/${encodeURIComponent(slug)}`, ticket, EVENTS, hear, PATIENCE);
}
