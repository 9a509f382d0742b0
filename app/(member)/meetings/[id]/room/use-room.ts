import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { askServer } from "#app/contests/ask-server.ts";
import { ServerTime } from "#app/contests/server-time.ts";
import { useStream } from "#app/contests/use-stream.ts";
import type { RoomEvents } from "#server/room/room-events.ts";
import { useOneAtATime } from "#ui/use-one-at-a-time.ts";
import type { Room, RoomPage } from "./room-page.ts";

const PATIENCE = { againMs: 3_000, restartMs: 1_000 };
/** A line that is back sooner was not worth an alarm. */
const GRACE_MS = 4_000;
export type Marks = RoomEvents["room"]["marks"];

/** True once it has been so for a while. */
function useLasting(isSo: boolean, forMs: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    setLasts(false);
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasts(true), forMs);
    return () => clearTimeout(timer);
  }, [isSo, forMs]);
  return isSo && lasts;
}

/** The room as this page knows it: what everybody sees comes by the stream, what is one's own is asked for. */
export function useRoom(first: RoomPage) {
  const [page, setPage] = useState(first);
  const [room, setRoom] = useState<Room>(first.room);
  const [marks, setMarks] = useState<Marks>({});
  const [time, setTime] = useState<ServerTime | null>(null);
  const heard = useRef(0);

  useEffect(() => setTime(ServerTime.told(first.serverNow)), [first]);
  const reload = useOneAtATime(async () => {
    const before = heard.current;
    const asked = await askServer<RoomPage>(`/api/meetings/${first.id}/room`);
    if (asked.kind !== "told") return;
    setPage(asked.value);
    // The stream has told of a newer room meanwhile: this one would take the page back.
    if (heard.current === before) setRoom(asked.value.room);
    if (asked.exchange) setTime(new ServerTime(asked.exchange));
  });

  const hearRoom = ({ marks: told, ...now }: RoomEvents["room"]): void => {
    heard.current += 1;
    // A duty, a place on the list or a check-in noted by somebody else may be one's own.
    if (told.people !== marks.people || told.meeting !== marks.meeting || told.forum !== marks.forum) void reload();
    setRoom(now);
    setMarks(told);
  };
  const hear = (name: string, data: unknown): void => {
    if (name === "room") hearRoom(data as RoomEvents["room"]);
    else setTime(ServerTime.told((data as RoomEvents["clock"]).serverNow));
  };
  const isLive = useStream(`/api/streams/meetings/${first.id}`, page.ticket, ["room", "clock"], hear, PATIENCE);
  return { page, room, marks, time, isLive, isDown: useLasting(!isLive, GRACE_MS), reload };
}

/** What an address answers, asked again whenever `mark` moves: with a chance delay, so that a hall does not ask in one instant. */
export function useTold<T>(path: string, mark: unknown): { told: T | null; again: () => Promise<void> } {
  const [told, setTold] = useState<T | null>(null);
  const isFirst = useRef(true);
  const again = useCallback(async (): Promise<void> => {
    const asked = await askServer<T>(path);
    if (asked.kind === "told") setTold(asked.value);
  }, [path]);
  const asks = useEffectEvent(again);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark says when to ask, it is not asked with
  useEffect(() => {
    const timer = setTimeout(() => void asks(), isFirst.current ? 0 : 100 + 500 * Math.random());
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [path, mark]);
  return { told, again };
}
