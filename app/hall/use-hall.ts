import { useEffect, useEffectEvent, useState } from "react";
import { ServerTime } from "#app/contests/server-time.ts";
import type { HallView } from "#server/halls/hall-view.ts";

const AGAIN_MS = 2_000;
const TICK_MS = 200;

type First = Readonly<{ id: number; ticket: string; view: HallView; serverNow: string }>;
type Events = Readonly<{ onView: (view: HallView) => void; onClock: (serverNow: number) => void }>;

/** Listens to a final's stream while mounted. True while the line stands. */
function useHallStream({ id, ticket }: First, { onView, onClock }: Events): boolean {
  const [isLive, setLive] = useState(false);
  const heard = useEffectEvent(onView);
  const clock = useEffectEvent(onClock);
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
      source = new EventSource(`/api/streams/halls/${id}?ticket=${encodeURIComponent(ticket)}`);
      source.onopen = () => setLive(true);
      source.onerror = () => {
        setLive(false);
        if (source?.readyState === EventSource.CLOSED) comeBack(AGAIN_MS * (1 + Math.random()));
      };
      source.addEventListener("restart", () => comeBack(500 + AGAIN_MS * Math.random()));
      source.addEventListener("hall", ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as HallView));
      source.addEventListener("clock", ({ data }: MessageEvent<string>) =>
        clock(Date.parse((JSON.parse(data) as { serverNow: string }).serverNow)),
      );
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [id, ticket]);
  return isLive;
}

/** The final as everybody sees it, kept while the line is down, and the server's clock. */
export function useHall(first: First) {
  const [view, setView] = useState(first.view);
  const [time, setTime] = useState<ServerTime | null>(null);
  const hear = (serverNow: number): void => {
    const at = performance.now();
    setTime(new ServerTime({ sentAt: at, receivedAt: at, serverNow }));
  };
  const begin = useEffectEvent(() => hear(Date.parse(first.serverNow)));
  useEffect(() => begin(), []);
  const isLive = useHallStream(first, { onView: setView, onClock: hear });
  return { view, time, isLive };
}

/** Seconds that a clock of the stage has left, rounded up; null where none is set. A stopped one stands. */
export function useSecondsLeft(time: ServerTime | null, clock: NonNullable<HallView["item"]>["clock"] | undefined): number | null {
  const [now, setNow] = useState<number | null>(null);
  const isRunning = clock?.endsAt != null;
  useEffect(() => {
    if (!time || !isRunning) return;
    const look = (): void => setNow(time.now());
    look();
    const timer = setInterval(look, TICK_MS);
    return () => clearInterval(timer);
  }, [time, isRunning]);
  if (!clock) return null;
  if (clock.endsAt === null) return Math.ceil(clock.leftMs / 1_000);
  if (now === null) return null;
  // Before the first tick of a new clock the last look may lie before its beginning.
  return Math.ceil(Math.min(clock.leftMs, Math.max(0, Date.parse(clock.endsAt) - now)) / 1_000);
}
