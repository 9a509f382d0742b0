"use client";
import { useEffect, useEffectEvent, useState } from "react";

/** How long to wait before coming back after a refusal, at least; and after `restart`. Both with a chance delay on top, so that a hall does not come at once. */
type Patience = Readonly<{ againMs: number; restartMs: number }>;

/**
 * Listens to a stream of events while mounted, one connection; not at all while there is no ticket. True while the line stands. The browser
 * reconnects by itself after a break; after a refusal, and after `restart`, we come back.
 */
export function useStream(
  path: string,
  ticket: string | null,
  names: readonly string[],
  onEvent: (name: string, data: unknown) => void,
  { againMs, restartMs }: Patience,
): boolean {
  const [isLive, setLive] = useState(false);
  const heard = useEffectEvent(onEvent);
  const known = names.join(" ");
  useEffect(() => {
    if (ticket === null) return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout>;
    const comeBack = (waitMs: number): void => {
      source?.close();
      setLive(false);
      clearTimeout(timer);
      timer = setTimeout(open, waitMs + againMs * Math.random());
    };
    const open = (): void => {
      source = new EventSource(`${path}?ticket=${encodeURIComponent(ticket)}`);
      source.onopen = () => setLive(true);
      source.onerror = () => {
        setLive(false);
        if (source?.readyState === EventSource.CLOSED) comeBack(againMs);
      };
      source.addEventListener("restart", () => comeBack(restartMs));
      for (const name of known.split(" ")) source.addEventListener(name, ({ data }: MessageEvent<string>) => heard(name, JSON.parse(data)));
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [path, ticket, known, againMs, restartMs]);
  return isLive;
}
