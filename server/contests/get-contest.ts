import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";
import { effectiveSettings } from "#domain/attempts/clock.ts";
import { triesAt } from "#domain/attempts/tries.ts";
import { dayOf, daysOfWindow } from "#domain/contests/days.ts";
import { pausedMs, pausedUntil } from "#domain/contests/pauses.ts";
import { reviewAllowed } from "#domain/contests/phase.ts";
import { rehearsalWindow } from "#domain/contests/rehearsal.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintStreamTicket } from "#server/attempts/ticket.ts";
import { listOwnRehearsals } from "#server/rehearsals/own-rehearsals.ts";
import { query } from "#server/verb.ts";
import { contestCard, contestCardSchema, phasedContest } from "./contest-card.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";
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

const rehearsalSchema = z.object({
  opensAt: z.date(),
  closesAt: z.date(),
  allowed: z.number(),
  attempts: z.array(
    z.object({
      id: z.number(),
      number: z.number(),
      state: z.string(),
      startedAt: z.date(),
      endsAt: z.date(),
      finishedAt: z.date().nullable(),
    }),
  ),
});

async function rehearsalOf(db: Db, contest: ContestSubject, personId: number): Promise<z.input<typeof rehearsalSchema> | null> {
  const window = rehearsalWindow(contest);
  if (!window) return null;
  return { ...window, allowed: contest.rules.rehearsal?.attempts ?? 0, attempts: await listOwnRehearsals(db, contest.id, personId) };
}

/** The own tries, and the days they were made on. */
function triesOf({ rules, opensAt, closesAt }: ContestSubject, rows: readonly AttemptRow[], now: Date) {
  const earlier = rows.map(({ state, started_at }) => ({ state, startedAt: new Date(started_at) }));
  const { attempts: allowed, attemptsUsed: used, nextDayAt } = triesAt(rules, earlier, now);
  const { format } = rules;
  if (format?.kind !== "daily") return { tries: { allowed, used, nextDayAt }, days: null };
  const done = [...new Set(earlier.filter(({ state }) => state === "finished").map(({ startedAt }) => dayOf(startedAt)))];
  return { tries: { allowed, used, nextDayAt }, days: { count: daysOfWindow(opensAt, closesAt), best: format.bestDays, done } };
}

/** One contest as its page prints it: rules, phase, one's own attempts, one's own closing time, and a ticket for the live stream. */
export const getContest = query({
  at: "GET /api/contests/:slug",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: contestCardSchema,
    attempts: z.array(attemptSchema),
    ownClosesAt: z.date(),
    /** What the page says of the own tries: of the contest, or of today, with when the next day brings new ones. */
    tries: z.object({ allowed: z.number(), used: z.number(), nextDayAt: z.date().nullable() }),
    /** In a format of days (D4.2): how many there are, and on which of them one has handed something in. */
    days: z.object({ count: z.number(), best: z.number().nullable(), done: z.array(z.string()) }).nullable(),
    /** The period in which it may be tried without its counting, and one's own papers of it; null: there is none. */
    rehearsal: rehearsalSchema.nullable(),
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
      ...triesOf(contest, rows, now),
      rehearsal: await rehearsalOf(db, contest, viewer.personId),
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
