import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { entries } from "#db/schema/contests.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { dueOf, effectiveSettings, endsAt } from "#domain/attempts/clock.ts";
import { mayStart } from "#domain/attempts/state.ts";
import { triesAt } from "#domain/attempts/tries.ts";
import { type Pause, pausedClock, pausedUntil } from "#domain/contests/pauses.ts";
import { Refusal } from "#domain/refusal.ts";
import { teamOfStart } from "#server/teams/team-of-start.ts";
import { command } from "#server/verb.ts";
import { poolOfContest } from "./contest-pool.ts";
import { dealPaper } from "./deal-paper.ts";
import { type ContestSubject, findContest } from "./find-contest.ts";
import { listOverridesFor } from "./list-overrides.ts";
import { pausesFor } from "./list-pauses.ts";
import { rosterBranchOf, takeRoster } from "./take-roster.ts";

/** Serialises the starts of one person in one contest: fifty at once make one attempt and fifty equal replies (I7). */
async function lockStart(tx: Tx, contestId: number, personId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${contestId % 2_147_483_647}::int, ${personId % 2_147_483_647}::int)`);
}

async function entryOf(tx: Tx, contest: ContestSubject, personId: number, branchId: number, now: Date) {
  const contestId = contest.id;
  // In a contest of teams: for which, in which division; its members are fixed from now on.
  const entering = await teamOfStart(tx, contest, personId, now);
  await tx
    .insert(entries)
    .values({ contestId, personId, branchId, enteredAt: now, ...entering })
    .onConflictDoNothing();
  const [entry] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(sql`${entries.contestId} = ${contestId} and ${entries.personId} = ${personId}`);
  if (!entry) throw new Error("an entry that was just made is gone");
  return entry;
}

/** The clock of somebody who starts now: what overrides say, moved by the pauses that were. */
async function settingsFor(tx: Tx, contest: ContestSubject, personId: number, branchPath: string, pauses: readonly Pause[], now: Date) {
  const overrides = await listOverridesFor(tx, contest.id, personId, branchPath);
  const [person] = await tx.select({ timePercent: people.timePercent }).from(people).where(eq(people.id, personId));
  const { closesAt, rules } = contest;
  const settings = effectiveSettings({ limitMs: rules.limitMs, closesAt }, overrides.shared, overrides.own, person?.timePercent ?? 100);
  return pausedClock(settings, pauses, { opensAt: contest.opensAt, startedAt: now });
}

async function deal(tx: Tx, contest: ContestSubject, entryId: number, personId: number, branchPath: string, number: number, now: Date) {
  const pool = await poolOfContest(tx, contest.id, contest.publishedAt as Date);
  const seed = randomBytes(16).toString("hex");
  const paper = dealPaper(contest, pool, seed);
  const settings = await settingsFor(tx, contest, personId, branchPath, await pausesFor(tx, contest.id, branchPath), now);
  const dueAt = dueOf({ startedAt: now, ...settings, closesAt: settings.closesAt ?? contest.closesAt });
  const [made] = await tx
    .insert(attempts)
    .values({
      personId,
      entryId,
      number,
      seed,
      versionIds: paper.map(({ versionId }) => versionId),
      worths: paper.map(({ worth }) => worth),
      startedAt: now,
      dueAt,
      endsAt: endsAt(dueAt, contest.rules.allowanceMs),
      seenAt: now,
    })
    .returning({ id: attempts.id });
  return made as { id: number };
}

/** Enters a contest and starts an attempt, or leads back to the one that is running. */
export const startAttempt = command({
  at: "POST /api/contests/:slug/attempts",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ attemptId: z.number(), resumed: z.boolean() }),
  refusals: [
    "not-open",
    "closed",
    "no-attempts-left",
    "no-tries-today",
    "wait-before-next",
    "not-eligible",
    "cancelled",
    "paused",
    "no-team",
    "substitute-waits",
    "captain-answers",
    "team-too-small",
  ],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, contest, _input, { viewer, now }) {
    if (contest.cancelledAt) throw new Refusal("cancelled");
    await lockStart(tx, contest.id, viewer.personId);
    await takeRoster(tx, contest.id, now);
    const place =
      now < contest.opensAt
        ? { branchId: viewer.branchId, path: viewer.branchPath }
        : await rosterBranchOf(tx, contest.id, viewer.personId);
    if (!place) throw new Refusal("not-eligible");

    // A statement of its own after the lock: it sees the attempt that a parallel request made while this one waited.
    const earlier = await tx
      .select({
        id: attempts.id,
        state: attempts.state,
        startedAt: attempts.startedAt,
        finishedAt: attempts.finishedAt,
        endsAt: attempts.endsAt,
      })
      .from(attempts)
      .innerJoin(entries, eq(entries.id, attempts.entryId))
      .where(sql`${entries.contestId} = ${contest.id} and ${entries.personId} = ${viewer.personId}`)
      .orderBy(attempts.number);
    const running = earlier.find(({ state }) => state === "in_progress");
    if (running && now < running.endsAt) return { attemptId: running.id, resumed: true };

    const pauses = await pausesFor(tx, contest.id, place.path);
    const until = pausedUntil(pauses, now);
    if (until) throw new Refusal("paused", { until: until.toISOString() });
    const settings = await settingsFor(tx, contest, viewer.personId, place.path, pauses, now);
    const verdict = mayStart({
      now,
      opensAt: contest.opensAt,
      closesAt: settings.closesAt,
      extensionMs: settings.extensionMs,
      ...triesAt(contest.rules, earlier, now),
      lastEndedAt: earlier.at(-1)?.finishedAt ?? earlier.at(-1)?.endsAt ?? null,
      delayMs: contest.rules.delayMs,
    });
    if (verdict !== "ok") throw verdict;
    if (running) throw new Refusal("not-open"); // past its end and not yet closed by the worker: a moment's wait
    const entry = await entryOf(tx, contest, viewer.personId, place.branchId, now);
    const made = await deal(tx, contest, entry.id, viewer.personId, place.path, earlier.length + 1, now);
    return { attemptId: made.id, resumed: false };
  },
});
