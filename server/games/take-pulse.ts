import { z } from "zod";
import { TRIPS_KEPT } from "#domain/games/game-score.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintPulse, readPulse, readTicket } from "#server/attempts/ticket.ts";

const input = z.strictObject({ ticket: z.string().max(1_000), pulse: z.string().max(1_000).optional() });
const output = z.strictObject({ pulse: z.string(), serverNow: z.date() });

/** A phone that comes back later than this with a pulse has slept: it measured nothing. */
const LONGEST_TRIP_MS = 5_000;

/**
 * Measures the way to a player's phone and back (D3): the pulse told before, echoed at once. Bound by the fast door.
 *
 * @public found by scripts/collect-verbs.ts, which no import shows
 */
export const takePulses = { at: "POST /api/games/:id/pulse", input, output, refusals: [] } as const;

/** The next pulse. What the server measured travels in it, signed, so that no process need remember it and a restart forgets nothing. */
export function takePulse(gameId: number, raw: unknown, receivedAt: Date): z.output<typeof output> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new Refusal("invalid");
  const ticket = readTicket("game", parsed.data.ticket, receivedAt);
  if (!ticket) throw new Refusal("not-signed-in");
  const { playerId } = ticket;
  if (ticket.gameId !== gameId || playerId === null) throw new Refusal("not-found");
  const before = parsed.data.pulse === undefined ? null : readPulse(parsed.data.pulse, receivedAt);
  const trips = before?.playerId === playerId ? before.trips : [];
  const trip = before ? receivedAt.getTime() - before.sentAtMs : -1;
  const measured = trip >= 0 && trip <= LONGEST_TRIP_MS ? [...trips, trip].slice(-TRIPS_KEPT) : trips;
  const serverNow = new Date();
  return { pulse: mintPulse({ playerId, sentAtMs: serverNow.getTime(), trips: measured }), serverNow };
}
