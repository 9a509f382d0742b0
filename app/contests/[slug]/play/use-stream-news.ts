"use client";
import { useEffect, useState } from "react";
import { useContestStream } from "#app/contests/use-contest-stream.ts";
import type { Told } from "#server/boards/live-events.ts";
import type { AttemptReply } from "./attempt-reply.ts";

/** A ticket is good for twelve hours; half of them over, the next one that comes is taken. */
const RENEW_MS = 6 * 3_600_000;

/** One ticket for the line, though every reading of the attempt brings another: a line that broke with each of them would be no line. */
function useOneTicket(newest: string): string {
  const [kept, setKept] = useState(() => ({ ticket: newest, atMs: performance.now() }));
  useEffect(() => {
    setKept((known) => (performance.now() - known.atMs < RENEW_MS ? known : { ticket: newest, atMs: performance.now() }));
  }, [newest]);
  return kept.ticket;
}

/** An own attempt as a page knows it, in whatever format. */
type Known = Pick<AttemptReply, "contest" | "state" | "endsAt" | "streamTicket">;

/**
 * Hears from the contest's stream that the own time, the own seat or the contest changed, and asks for the attempt itself then. Every
 * connection begins with the present state, so only what differs from what is known counts as news. Saving never depends on this.
 * Returns what the organizer told everybody, newest first.
 */
export function useStreamNews(attempt: Known, isOver: boolean, isTakenOver: boolean, onNews: () => void): readonly Told[] {
  const [told, setTold] = useState<readonly Told[]>([]);
  const ticket = useOneTicket(attempt.streamTicket);
  useContestStream(attempt.contest.slug, ticket, ({ name, data }) => {
    if (name === "clarifications") setTold(data.items);
    if (isOver) return;
    const isTime = name === "time" && (data.state !== attempt.state || Date.parse(data.endsAt) !== Date.parse(attempt.endsAt));
    const isNews = isTime || (name === "time" && data.isHere === isTakenOver);
    if (isNews || (name === "contest" && data.phase === "cancelled")) onNews();
  });
  return told;
}
