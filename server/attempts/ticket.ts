import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const LONGEST_S = 12 * 3_600;

const schemas = {
  answer: z.strictObject({ attemptId: z.int(), personId: z.int(), sessionId: z.uuid(), expiresAtS: z.int() }),
  stream: z.strictObject({
    contestId: z.int(),
    personId: z.int(),
    sessionId: z.uuid(),
    attemptId: z.int().nullable(),
    expiresAtS: z.int(),
  }),
  /** A player's, for answers and the stream; without a player, a screen's or a console's. */
  game: z.strictObject({
    gameId: z.int(),
    playerId: z.int().nullable(),
    timePercent: z.int(),
    personId: z.int(),
    sessionId: z.uuid(),
    expiresAtS: z.int(),
  }),
  /** The round trips measured so far, carried by who made them: no process need remember. */
  pulse: z.strictObject({ playerId: z.int(), sentAtMs: z.int(), trips: z.array(z.int()).max(5), expiresAtS: z.int() }),
  room: z.strictObject({ meetingId: z.int(), personId: z.int(), sessionId: z.uuid(), expiresAtS: z.int() }),
  hall: z.strictObject({ hallId: z.int(), personId: z.int(), sessionId: z.uuid(), expiresAtS: z.int() }),
};

/** What a ticket says: who may do this one thing, under which sign-in, until when (seconds). Whether the sign-in still stands is asked elsewhere. */
export type AnswerTicket = z.output<typeof schemas.answer>;
export type StreamTicket = z.output<typeof schemas.stream>;
export type RoomTicket = z.output<typeof schemas.room>;
export type HallTicket = z.output<typeof schemas.hall>;
export type GameTicket = z.output<typeof schemas.game>;
type Pulse = z.output<typeof schemas.pulse>;
export type Tickets = {
  answer: AnswerTicket;
  stream: StreamTicket;
  room: RoomTicket;
  hall: HallTicket;
  game: GameTicket;
  pulse: Pulse;
};
type Kind = keyof Tickets;

/** Tickets that were found genuine, by their whole text: a person shows the same one with every answer. */
const genuine = new Map<string, Tickets[Kind]>();
const MOST_KEPT = 20_000;

let key: { of: string; object: KeyObject } | undefined;

/** Derived from AUTH_SECRET, so that a ticket's key opens nothing else. Throws when the secret is missing or short. */
function keyOfTickets(): KeyObject {
  const secret = process.env["NEXTAUTH_SECRET"] ?? process.env["AUTH_SECRET"] ?? "";
  if (secret.length < 32) throw new Error("AUTH_SECRET is missing or shorter than 32 characters");
  if (key?.of !== secret) {
    key = { of: secret, object: createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "zhixing tickets 1", 32))) };
    genuine.clear();
  }
  return key.object;
}

// The kind is signed too: a stream ticket never passes for an answer ticket.
const signatureOf = (kind: Kind, body: string): Buffer => createHmac("sha256", keyOfTickets()).update(`${kind}.${body}`).digest();

function mint<K extends Kind>(kind: K, ticket: Omit<Tickets[K], "expiresAtS">, now: Date): string {
  const expiresAtS = Math.floor(now.getTime() / 1_000) + LONGEST_S;
  const body = Buffer.from(JSON.stringify({ ...ticket, expiresAtS })).toString("base64url");
  return `${body}.${signatureOf(kind, body).toString("base64url")}`;
}

/** The right to save answers of one attempt for twelve hours; the deadline is the attempt's, not the ticket's. */
export function mintAnswerTicket({ now, ...ticket }: Omit<AnswerTicket, "expiresAtS"> & { now: Date }): string {
  return mint("answer", ticket, now);
}

/** The right to watch one contest for twelve hours, and to hear of the own attempt's time when `attemptId` names one. */
export function mintStreamTicket({ now, ...ticket }: Omit<StreamTicket, "expiresAtS"> & { now: Date }): string {
  return mint("stream", ticket, now);
}

/** The right to hear of one meeting for twelve hours, while its holder may see inside it. */
export function mintRoomTicket({ now, ...ticket }: Omit<RoomTicket, "expiresAtS"> & { now: Date }): string {
  return mint("room", ticket, now);
}

/** The right to hear of one final for twelve hours, and to press the buzzer that is one's own there. */
export function mintHallTicket({ now, ...ticket }: Omit<HallTicket, "expiresAtS"> & { now: Date }): string {
  return mint("hall", ticket, now);
}

/** The right to play in, or to show, one game for twelve hours. */
export function mintGameTicket({ now, ...ticket }: Omit<GameTicket, "expiresAtS"> & { now: Date }): string {
  return mint("game", ticket, now);
}

/** A player's round trips up to now, and when this was sent: echoed at once, it measures one more. */
export function mintPulse(pulse: Omit<Pulse, "expiresAtS">): string {
  return mint("pulse", pulse, new Date(pulse.sentAtMs));
}

/** What a pulse says; null when it is not ours. Each is shown once or twice, so none is remembered. */
export function readPulse(text: string, now: Date): Pulse | null {
  const pulse = opened("pulse", text);
  return pulse && pulse.expiresAtS * 1_000 > now.getTime() ? pulse : null;
}

function opened<K extends Kind>(kind: K, text: string): Tickets[K] | null {
  const dot = text.indexOf(".");
  if (dot < 0) return null;
  const body = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1), "base64url");
  const wanted = signatureOf(kind, body);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  // Only what we signed is parsed; the schema guards against a ticket of an older build.
  const parsed = schemas[kind].safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return parsed.success ? (parsed.data as Tickets[K]) : null;
}

/** What a ticket of this kind says, or null when it is forged, of another kind or past its end. */
export function readTicket<K extends Kind>(kind: K, text: string, now: Date): Tickets[K] | null {
  keyOfTickets(); // forgets what another secret had signed
  const name = `${kind} ${text}`;
  const kept = genuine.get(name) as Tickets[K] | undefined;
  const ticket = kept ?? opened(kind, text);
  if (!ticket || ticket.expiresAtS * 1_000 <= now.getTime()) return null;
  if (!kept) {
    if (genuine.size >= MOST_KEPT) genuine.delete(genuine.keys().next().value as string);
    genuine.set(name, ticket);
  }
  return ticket;
}
