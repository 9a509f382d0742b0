"use client";
import { useContestStream } from "#app/contests/use-contest-stream.ts";
import type { AttemptReply } from "./attempt-reply.ts";

/**
 * Hears from the contest's stream that the own time or the contest changed, and asks for the attempt itself then. Every connection
 * begins with the present state, so only what differs from what is known counts as news. Saving never depends on this.
 */
export function useStreamNews(attempt: AttemptReply, isOver: boolean, onNews: () => void): void {
  useContestStream(attempt.contest.slug, attempt.streamTicket, ({ name, data }) => {
    if (isOver) return;
    const isNews = name === "time" && (data.state !== attempt.state || Date.parse(data.endsAt) !== Date.parse(attempt.endsAt));
    if (isNews || (name === "contest" && data.phase === "cancelled")) onNews();
  });
}
