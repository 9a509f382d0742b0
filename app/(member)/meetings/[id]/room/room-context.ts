"use client";
import { createContext, useContext, useEffect, useState } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import type { Room, RoomPage } from "./room-page.ts";
import type { OutboxOfRoom } from "./use-outbox.ts";
import type { Marks } from "./use-room.ts";

/** What every part of the room needs. `act` sends a command of the room and says whether it was done; a refusal is shown above. */
export type InRoom = Readonly<{
  id: number;
  you: RoomPage["you"];
  duties: RoomPage["duties"];
  room: Room;
  marks: Marks;
  time: ServerTime | null;
  outbox: OutboxOfRoom;
  busy: string | null;
  act: (path: string, body?: object) => Promise<boolean>;
}>;

export const RoomContext = createContext<InRoom | null>(null);

/** The room around this part. */
export function useInRoom(): InRoom {
  const found = useContext(RoomContext);
  if (!found) throw new Error("a part of the room stands outside of it");
  return found;
}

/** The server's time, looked up anew each second; null before the page knows it. */
export function useServerNow(time: ServerTime | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!time) return;
    const look = (): void => setNow(time.now());
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [time]);
  return now;
}
