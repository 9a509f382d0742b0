import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";
import { effectiveSettings } from "#domain/attempts/clock.ts";
import { pausedMs, pausedUntil } from "#domain/contests/pauses.ts";
import { reviewAllowed } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintStreamTicket } from "#server/attempts/ticket.ts";
import { query } from "#server/verb.ts";
import { contestCard, contestCardSchema, phasedContest } from "./contest-card.ts";
import { findContest } from "./find-contest.ts";
import { listOverridesFor } from "./list-overrides.ts";
import { pausesFor } from "./list-pauses.ts";

const attemptSchema = z.object({
  id: z.number(),
  number: z.number(),
  state: z.string(),
  startedAt: z.date(),
  dueAt: z.date(),
  finishedAt: z.date().nullable(),
  resultOpen: z.boolean(),
});

type AttemptRow = { id: string; number: number; state: AttemptState; started_at: Date; due_at: Date; finished_at: Date | null };

/** One contest as its page prints it: rules, phase, one's own attempts, one's own closing time, and a ticket for the live stream. */
export const getContest = query({
  at: "GET /api/contests/:slug",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: contestCardSchema,
    attempts: z.array(attemptSchema),
    ownClosesAt: z.date(),
    /** The clocks stand still until then; null: they run. */
    pausedUntil: z.date().nullable(),
    mayEnter: z.boolean(),
    mayRun: z.boolean(),
    serverNow: z.date(),
    streamTicket: z.string(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { rows } = await db.execute<AttemptRow>(sql`
      select a.id, a.number, a.state, a.started_at, a.due_at, a.finished_at from attempts a join entries e on e.id = a.entry_id
      where e.contest_id = ${contest.id} and e.person_id = ${viewer.personId} order by a.number`);
    const overrides = await listOverridesFor(db, contest.id, viewer.personId, viewer.branchPath);
    const settings = effectiveSettings({ limitMs: contest.rules.limitMs, closesAt: contest.closesAt }, overrides.shared, overrides.own);
    const pauses = await pausesFor(db, contest.id, viewer.branchPath);
    const phased = phasedContest(contest);
    return {
      contest: contestCard(contest, now),
      attempts: rows.map((row) => ({
        id: Number(row.id),
        number: row.number,
        state: row.state,
        startedAt: new Date(row.started_at),
        dueAt: new Date(row.due_at),
        finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
        resultOpen: reviewAllowed(contest.rules.review.score, { attempt: { state: row.state }, contest: phased, now }),
      })),
      ownClosesAt: new Date((settings.closesAt ?? contest.closesAt).getTime() + settings.extensionMs + pausedMs(pauses, contest.opensAt)),
      pausedUntil: pausedUntil(pauses, now),
      mayEnter: can.enterContest(viewer, contest),
      mayRun: can.runContest(viewer, contest),
      serverNow: now,
      streamTicket: mintStreamTicket({
        contestId: contest.id,
        personId: viewer.personId,
        sessionId: viewer.sessionId,
        attemptId: null,
        now,
      }),
    };
  },
});
