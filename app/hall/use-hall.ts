import { useEffect, useState } from "react";
import { ServerTime } from "#app/contests/server-time.ts";
import { useStream } from "#app/contests/use-stream.ts";
import type { HallView } from "#server/halls/hall-view.ts";

const PATIENCE = { againMs: 2_000, restartMs: 500 };
const TICK_MS = 200;

type First = Readonly<{ id: number; ticket: string; view: HallView; serverNow: string }>;
/** The final as everybody sees it, kept while the line is down, and the server's clock. */
export function useHall(first: First) {
  const [view, setView] = useState(first.view);
  const [time, setTime] = useState<ServerTime | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was made with is the first word, the stream has the next
  useEffect(() => setTime(ServerTime.told(first.serverNow)), []);
  const hear = (name: string, data: unknown): void => {
    if (name === "hall") setView(data as HallView);
    else setTime(ServerTime.told((data as { serverNow: string }).serverNow));
  };
  const isLive = useStream(`/api/streams/halls/${first.id}`, first.ticket, ["hall", "clock"], hear, PATIENCE);
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
