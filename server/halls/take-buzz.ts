import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { hallMembers } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { replay } from "#domain/halls/replay.ts";
import { type HallState, inOrder } from "#domain/halls/state.ts";
import type { Member } from "#domain/people/viewer.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { readTicket } from "#server/attempts/ticket.ts";
import { findViewer } from "#server/people/find-viewer.ts";
import { appendEvent } from "./append-event.ts";
import { type HallRow, loadLedger, lockHall } from "./find-hall.ts";

const input = z.strictObject({
  ticket: z.string().max(1_000),
  /** The number of the question's opening, which says which question the presser saw. */
  item: z.coerce.number().int().min(1).max(100_000),
  /** For whom: the console's keyboard says it, a member's buzzer is their side's. */
  seat: z.coerce.number().int().min(1).max(12).optional(),
});
const output = z.strictObject({ outcome: z.enum(["first", "noted", "early"]), behindUs: z.int().nullable() });
export type TakenBuzz = z.output<typeof output>;

/**
 * A press of a buzzer, bound by the fast door: what it asks stands in the address, so that nothing is read before its moment is known.
 *
 * @public found by scripts/collect-verbs.ts, which no import shows
 */
export const takeBuzzes = {
  at: "POST /api/halls/:id/buzz",
  input,
  output,
  refusals: ["hall-no-buzz", "hall-out-of-item", "hall-buzz-late", "unavailable"],
} as const;

/** When a press was received: by the clock, and by the process's own monotonic one. */
export type Received = Readonly<{ atMs: number; us: number }>;

/** Presses of different processes cannot be told apart by the microsecond: each bears the name of its own. */
const instance = randomUUID();

async function seatOf(tx: Tx, hall: HallRow, viewer: Member, asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (!can.runContest(viewer, hall)) throw new Refusal("not-found");
    return asked;
  }
  const { seat, buzzes } = hallMembers;
  const own = and(eq(hallMembers.hallId, hall.id), eq(hallMembers.personId, viewer.personId));
  const [member] = await tx.select({ seat, buzzes }).from(hallMembers).where(own);
  if (!member || !can.pressBuzzer(viewer, member)) throw new Refusal("not-found");
  return member.seat;
}

/** How a side's press stands: a retry is told the same as the first. */
function toldOf({ item }: HallState, seat: number): TakenBuzz {
  const order = inOrder(item?.buzzes ?? []);
  const [first, own] = [order[0], order.find((buzz) => buzz.seat === seat)];
  if (!own || !first) return { outcome: "early", behindUs: null };
  return { outcome: own === first ? "first" : "noted", behindUs: own.instance === first.instance ? own.us - first.us : null };
}

async function press(hallId: number, { ticket: text, item, seat: asked }: z.output<typeof input>, received: Received): Promise<TakenBuzz> {
  const now = new Date(received.atMs);
  const ticket = readTicket("hall", text, now);
  const viewer = ticket && (await findViewer(ticket.sessionId, now));
  if (viewer?.kind !== "member") throw new Refusal("not-signed-in");
  if (ticket?.hallId !== hallId) throw new Refusal("not-found");
  return database("judge").transaction(async (tx) => {
    const hall = await lockHall(tx, hallId);
    if (!hall) throw new Refusal("not-found");
    const seat = await seatOf(tx, hall, viewer, asked);
    const ledger = await loadLedger(tx, hall);
    const event = { kind: "buzz" as const, seq: hall.seq + 1, ...received, item, seat, instance };
    try {
      return toldOf(await appendEvent(tx, hall, ledger, event, { personId: viewer.personId, reason: "" }), seat);
    } catch (error) {
      if (isRefusal(error) && error.code === "hall-buzzed") return toldOf(replay(ledger.setup, ledger.events), seat);
      throw error;
    }
  });
}

const lines = new Map<number, Promise<unknown>>();

/** Takes a press for the final the address names; presses of one process stand in the line in which they came. Resolves after the commit. */
export async function takeBuzz(hallId: number, raw: unknown, received: Received): Promise<TakenBuzz> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) throw new Refusal("invalid");
  const turn = (lines.get(hallId) ?? Promise.resolve()).then(() => press(hallId, parsed.data, received));
  const settled = turn.catch(() => undefined);
  lines.set(hallId, settled);
  try {
    return await turn;
  } finally {
    if (lines.get(hallId) === settled) lines.delete(hallId);
  }
}
