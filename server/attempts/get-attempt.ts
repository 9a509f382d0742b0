import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { judgedFormatOf } from "#domain/contests/format.ts";
import { pausedUntil } from "#domain/contests/pauses.ts";
import { integrityOf } from "#domain/integrity/absences.ts";
import { Refusal } from "#domain/refusal.ts";
import { pausesFor } from "#server/contests/list-pauses.ts";
import { query } from "#server/verb.ts";
import { itemSchema, itemsOf } from "./attempt-items.ts";
import { findAttempt } from "./find-attempt.ts";
import { mintAnswerTicket, mintStreamTicket } from "./ticket.ts";

/** A seat whose sign-in has ended is nobody's. */
async function seatOf(db: Db, seat: string | null, sessionId: string, now: Date): Promise<"here" | "elsewhere" | "free"> {
  if (seat === sessionId) return "here";
  if (seat === null) return "free";
  const stands = and(eq(sessions.id, seat), isNull(sessions.revokedAt), gt(sessions.expiresAt, now));
  return (await db.$count(sessions, stands)) > 0 ? "elsewhere" : "free";
}

/** One's own running attempt: paper, saved answers, clock, and the tickets that the fast door asks for. */
export const getAttempt = query({
  at: "GET /api/attempts/:id",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({
    attemptId: z.number(),
    contest: z.object({ slug: z.string(), title: z.string() }),
    number: z.number(),
    /** A paper that counts nowhere. */
    isRehearsal: z.boolean(),
    state: z.string(),
    startedAt: z.date(),
    dueAt: z.date(),
    endsAt: z.date(),
    earliestHandInAt: z.date(),
    serverNow: z.date(),
    person: z.string(),
    /** Whose device answers: this one's sign-in, another that still stands, or nobody's. */
    seat: z.enum(["here", "elsewhere", "free"]),
    /** The clock stands still until then, and the questions are covered; null: it runs. */
    pausedUntil: z.date().nullable(),
    /** Whether leaving the page is recorded, and whether the name stands behind the questions. */
    integrity: z.object({ records: z.boolean(), watermark: z.boolean() }),
    items: z.array(itemSchema),
    ticket: z.string(),
    streamTicket: z.string(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const attempt = await findAttempt(db, id);
    if (!attempt || !can.sitAttempt(viewer, attempt)) throw new Refusal("not-found");
    const isOpen = attempt.state === "in_progress";
    const { leave, watermark } = integrityOf(attempt.rules);
    const names = { personId: viewer.personId, sessionId: viewer.sessionId, attemptId: id, now };
    return {
      attemptId: id,
      contest: { slug: attempt.slug, title: attempt.title },
      number: attempt.number,
      isRehearsal: attempt.isRehearsal,
      state: attempt.state,
      startedAt: attempt.startedAt,
      dueAt: attempt.dueAt,
      endsAt: attempt.endsAt,
      earliestHandInAt: new Date(attempt.startedAt.getTime() + attempt.rules.earliestHandInMs),
      serverNow: now,
      person: viewer.name,
      seat: await seatOf(db, attempt.seat, viewer.sessionId, now),
      pausedUntil: isOpen ? pausedUntil(await pausesFor(db, attempt.contestId, attempt.branchPath), now) : null,
      integrity: { records: leave === "record", watermark },
      // Where questions come one by one, or are judged at once, another door shows them.
      items: isOpen && judgedFormatOf(attempt.rules) === null ? await itemsOf(db, attempt) : [],
      ticket: isOpen ? mintAnswerTicket(names) : "",
      streamTicket: mintStreamTicket({ ...names, contestId: attempt.contestId }),
    };
  },
});
