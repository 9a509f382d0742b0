"use client";
import { useState } from "react";
import { useContestStream } from "#app/contests/use-contest-stream.ts";
import type { Told } from "#server/boards/live-events.ts";
import type { AttemptReply } from "./attempt-reply.ts";

/**
 * Hears from the contest's stream that the own time, the own seat or the contest changed, and asks for the attempt itself then. Every
 * connection begins with the present state, so only what differs from what is known counts as news. Saving never depends on this.
 * Returns what the organizer told everybody, newest first.
 */
export function useStreamNews(attempt: AttemptReply, isOver: boolean, isTakenOver: boolean, onNews: () => void): readonly Told[] {
  const [told, setTold] = useState<readonly Told[]>([]);
  useContestStream(attempt.contest.slug, attempt.streamTicket, ({ name, data }) => {
    if (name === "clarifications") setTold(data.items);
    if (isOver) return;
    const isTime = name === "time" && (data.state !== attempt.state || Date.parse(data.endsAt) !== Date.parse(attempt.endsAt));
    const isNews = isTime || (name === "time" && data.isHere === isTakenOver);
    if (isNews || (name === "contest" && data.phase === "cancelled")) onNews();
  });
  return told;
}
