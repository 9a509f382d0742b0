import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { itemSchema, itemsOf } from "./attempt-items.ts";
import { findAttempt } from "./find-attempt.ts";
import { mintAnswerTicket, mintStreamTicket } from "./ticket.ts";

/** One's own running attempt: paper, saved answers, clock, and the tickets that the fast door asks for. */
export const getAttempt = query({
  at: "GET /api/attempts/:id",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({
    attemptId: z.number(),
    contest: z.object({ slug: z.string(), title: z.string() }),
    number: z.number(),
    state: z.string(),
    startedAt: z.date(),
    dueAt: z.date(),
    endsAt: z.date(),
    earliestHandInAt: z.date(),
    serverNow: z.date(),
    person: z.string(),
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
    const names = { personId: viewer.personId, sessionId: viewer.sessionId, attemptId: id, now };
    return {
      attemptId: id,
      contest: { slug: attempt.slug, title: attempt.title },
      number: attempt.number,
      state: attempt.state,
      startedAt: attempt.startedAt,
      dueAt: attempt.dueAt,
      endsAt: attempt.endsAt,
      earliestHandInAt: new Date(attempt.startedAt.getTime() + attempt.rules.earliestHandInMs),
      serverNow: now,
      person: viewer.name,
      items: isOpen ? await itemsOf(db, attempt) : [],
      ticket: isOpen ? mintAnswerTicket(names) : "",
      streamTicket: mintStreamTicket({ ...names, contestId: attempt.contestId }),
    };
  },
});
