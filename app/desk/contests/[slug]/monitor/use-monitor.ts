"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useStream } from "#app/contests/use-stream.ts";
import { isOver, type MonitorState } from "./monitor-state.ts";

const EVERY_MS = 5_000;
/** Many hand in in the same second; the table follows at most this often. */
const TOGETHER_MS = 1_000;
const EVENTS = ["board", "time", "contest"] as const;
const PATIENCE = { againMs: 5_000, restartMs: 1_000 };

/** `lost`: why what is shown may be old; null while it is fresh. */
export type Monitor = Readonly<{ state: MonitorState; lost: string | null; refresh: () => void }>;

async function askMonitor(path: string): Promise<MonitorState | string> {
  try {
    const reply = await fetch(path, { headers: { accept: "application/json" }, cache: "no-store" });
    const said = (await reply.json()) as MonitorState & { refused?: string };
    return reply.ok ? said : (said.refused ?? "unavailable");
  } catch {
    return "offline";
  }
}

/** Keeps the monitor of a running contest fresh: every few seconds and when the stream says so. A dead line keeps the last state. */
export function useMonitor(initial: MonitorState, path: string): Monitor {
  const [state, setState] = useState(initial);
  const [lost, setLost] = useState<string | null>(null);
  const busy = useRef(false);
  const over = isOver(state.contest.phase);

  const refresh = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const said = await askMonitor(path);
    busy.current = false;
    if (typeof said === "string") setLost(said);
    else {
      setLost(null);
      setState(said);
    }
  }, [path]);

  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [over, refresh]);

  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wake = useCallback(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      void refresh();
    }, TOGETHER_MS);
  }, [refresh]);
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);
  // The stream says that something happened; what happened is asked for. The clock asks anyway.
  const [ticket] = useState(initial.streamTicket);
  useStream(`/api/streams/contests/${encodeURIComponent(state.contest.slug)}`, over ? null : ticket, EVENTS, wake, PATIENCE);

  return { state, lost, refresh: () => void refresh() };
}
