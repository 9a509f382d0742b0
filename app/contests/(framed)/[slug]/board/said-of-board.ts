import type { LiveEvents } from "#server/boards/live-events.ts";

/**
 * What a board's event says, as text, to know whether it is news. Told again after a reconnection it is none. An event without rows keeps to
 * itself what moved: there each one that the server made anew (`asOf`) is news.
 */
export function saidOfBoard({ asOf, ...rows }: LiveEvents["board"]): string {
  return JSON.stringify(rows.places.length === 0 ? { asOf, ...rows } : rows);
}
