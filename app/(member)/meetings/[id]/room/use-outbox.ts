import { useCallback, useEffect, useRef, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { backoffMs } from "#app/contests/[slug]/play/backoff.ts";
import { type Kept, keptWords, type Sent, sendKept } from "./outbox.ts";

const AWAY = new Set(["offline", "unavailable", "broken", "too-many"]);

async function send({ path, body }: Kept): Promise<Sent> {
  const said = await post(path, body);
  if (said.ok) return { kind: "done" };
  return AWAY.has(said.code) ? { kind: "away" } : { kind: "refused", code: said.code };
}

/** Words on their way to the server: kept on this device first, sent at once, and again until they are there. `onSent`: something arrived. */
export function useOutbox(personId: number, meetingId: number, onSent: () => void) {
  const [waiting, setWaiting] = useState<readonly Kept[]>([]);
  const running = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(onSent);
  useEffect(() => {
    sent.current = onSent;
  });

  const flush = useCallback(async (): Promise<void> => {
    const words = keptWords(window.localStorage, personId, meetingId);
    setWaiting(words.list());
    if (running.current) return;
    running.current = true;
    clearTimeout(timer.current);
    const before = words.list().length;
    const isDone = await sendKept(words, send);
    running.current = false;
    const left = words.list();
    setWaiting(left);
    if (left.length < before) sent.current();
    failures.current = isDone ? 0 : failures.current + 1;
    const isNew = left.some(({ refused }) => refused === null);
    if (isNew) timer.current = setTimeout(() => void flush(), isDone ? 50 : backoffMs(failures.current, Math.random()));
  }, [personId, meetingId]);

  useEffect(() => {
    const again = (): void => void flush();
    again();
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("online", again);
    };
  }, [flush]);

  const words = () => keptWords(window.localStorage, personId, meetingId);
  return {
    waiting,
    flush,
    /** Keeps and sends. False when this browser can keep nothing: the words stay where they were typed. */
    write(kept: Omit<Kept, "refused" | "writtenAt">): boolean {
      try {
        words().put({ ...kept, refused: null, writtenAt: Date.now() });
      } catch {
        return false;
      }
      void flush();
      return true;
    },
    /** Given up by whoever wrote it. */
    discard(kept: Kept): void {
      words().drop(kept);
      setWaiting(words().list());
    },
  };
}
export type OutboxOfRoom = ReturnType<typeof useOutbox>;
