import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { people } from "#db/schema/people.ts";
import { rehearsals } from "#db/schema/rehearsals.ts";
import { can } from "#domain/access.ts";
import { dueOf, effectiveSettings, endsAt } from "#domain/attempts/clock.ts";
import { mayRehearse, type RehearsalRules, rehearsalWindow } from "#domain/contests/rehearsal.ts";
import { drawRehearsal } from "#domain/papers/draw-rehearsal.ts";
import type { PoolQuestion } from "#domain/papers/pool-index.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { poolOfContest } from "#server/contests/contest-pool.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { listPracticeBank } from "#server/practices/practice-bank.ts";
import { command } from "#server/verb.ts";
import { listOwnRehearsals } from "./own-rehearsals.ts";

/** What a rehearsal may ask: what one may practise, or what the contest asks where its rules say so. Essays wait for people, and here nobody marks. */
async function bankOf(tx: Tx, contest: ContestSubject, { fromPool }: RehearsalRules, viewer: Member, now: Date): Promise<PoolQuestion[]> {
  if (!fromPool) return listPracticeBank(tx, viewer, now);
  const { cells } = await poolOfContest(tx, contest.id, contest.publishedAt as Date);
  return cells.flatMap(({ kind, questions }) => (kind === "essay" ? [] : questions));
}

async function isSitting(tx: Tx, contestId: number, personId: number, now: Date): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from entries e join attempts a on a.entry_id = e.id
    where e.contest_id = ${contestId} and e.person_id = ${personId} and a.state = 'in_progress' and a.ends_at > ${now} limit 1`);
  return rows.length > 0;
}

type Deal = Readonly<{
  contest: ContestSubject;
  bank: readonly PoolQuestion[];
  personId: number;
  closesAt: Date;
  number: number;
  now: Date;
}>;

async function deal(tx: Tx, { contest, bank, personId, closesAt, number, now }: Deal): Promise<number> {
  const { rules, blueprint } = contest;
  const seed = randomBytes(16).toString("hex");
  const paper = drawRehearsal(blueprint, bank, seed, rules.shuffleQuestions ? "shuffled" : "kept");
  if (paper.length === 0) throw new Refusal("nothing-to-rehearse");
  const [person] = await tx.select({ timePercent: people.timePercent }).from(people).where(eq(people.id, personId));
  const settings = effectiveSettings({ limitMs: rules.limitMs, closesAt }, [], [], person?.timePercent ?? 100);
  const dueAt = dueOf({ startedAt: now, ...settings, closesAt });
  const [made] = await tx
    .insert(attempts)
    .values({
      ...{ personId, number, seed, startedAt: now, seenAt: now, dueAt, endsAt: endsAt(dueAt, rules.allowanceMs) },
      versionIds: paper.map(({ versionId }) => versionId),
      worths: paper.map(({ worth }) => worth),
    })
    .returning({ id: attempts.id });
  const attemptId = made?.id ?? 0;
  await tx.insert(rehearsals).values({ attemptId, contestId: contest.id, personId, number });
  return attemptId;
}

/**
 * Tries a contest without its counting, in the period its rules give, or leads back to the paper that is open; fifty at once make one (I7).
 * The paper is as the contest's, of other questions unless the rules say otherwise, and is an attempt without an entry: nothing that counts
 * can find it.
 */
export const startRehearsal = command({
  at: "POST /api/contests/:slug/rehearsals",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ attemptId: z.number(), resumed: z.boolean() }),
  refusals: ["no-rehearsal", "not-open", "closed", "no-attempts-left", "attempt-running", "nothing-to-rehearse", "cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => findContest(tx, slug, viewer.personId),
  may: can.enterContest,
  async run(tx, contest, _input, { viewer, now }) {
    if (contest.cancelledAt) throw new Refusal("cancelled");
    const { rehearsal } = contest.rules;
    const window = rehearsalWindow(contest);
    if (!rehearsal || !window) throw new Refusal("no-rehearsal");
    const { personId } = viewer;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('rehearsal ' || ${personId}::text, ${contest.id}))`);
    // A statement of its own after the lock: it sees what a parallel request made while this one waited.
    const earlier = await listOwnRehearsals(tx, contest.id, personId);
    const running = earlier.find(({ state, endsAt: until }) => state === "in_progress" && now < until);
    if (running) return { attemptId: running.id, resumed: true };
    const attemptsUsed = earlier.filter(({ state }) => state !== "voided").length;
    const facts = { window, now, attempts: rehearsal.attempts, attemptsUsed, isSitting: await isSitting(tx, contest.id, personId, now) };
    const verdict = mayRehearse(facts);
    if (verdict !== "ok") throw verdict;
    const bank = await bankOf(tx, contest, rehearsal, viewer, now);
    const attemptId = await deal(tx, { contest, bank, personId, closesAt: window.closesAt, number: earlier.length + 1, now });
    return { attemptId, resumed: false };
  },
});
