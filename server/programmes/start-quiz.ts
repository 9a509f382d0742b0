import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { quizAttempts } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { drawPaper } from "#domain/papers/draw-paper.ts";
import type { ItemQuiz } from "#domain/programmes/item.ts";
import { Refusal } from "#domain/refusal.ts";
import { listBankFor } from "#server/contests/contest-pool.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findProgramme } from "./find-programme.ts";
import { listOwnItems, type OwnItem } from "./own-items.ts";

const LONGEST_MS = 30 * 86_400_000;
/** Network allowance after due (D1). */
const ALLOWANCE_MS = 10_000;

type Started = { id: number; state: string; endsAt: Date };

async function earlierOf(tx: Tx, programmeId: number, itemId: number, personId: number): Promise<Started[]> {
  const { rows } = await tx.execute<{ id: string; state: string; ends_at: Date }>(sql`
    select a.id, a.state, a.ends_at from quiz_attempts q join attempts a on a.id = q.attempt_id
    join programme_items i on i.id = q.item_id
    where q.item_id = ${itemId} and i.programme_id = ${programmeId} and q.person_id = ${personId} order by q.number`);
  return rows.map((row) => ({ id: Number(row.id), state: row.state, endsAt: new Date(row.ends_at) }));
}

type Deal = { item: OwnItem; quiz: ItemQuiz; personId: number; path: string; number: number; now: Date };

async function deal(tx: Tx, { item, quiz, personId, path, number, now }: Deal): Promise<number> {
  const seed = randomBytes(16).toString("hex");
  const paper = drawPaper(quiz.blueprint, await listBankFor(tx, path), seed);
  const dueAt = new Date(Math.min(item.closesAt.getTime(), now.getTime() + LONGEST_MS));
  const [made] = await tx
    .insert(attempts)
    .values({
      personId,
      number,
      seed,
      versionIds: paper.map(({ versionId }) => versionId),
      worths: paper.map(({ worth }) => worth),
      startedAt: now,
      dueAt,
      endsAt: new Date(dueAt.getTime() + ALLOWANCE_MS),
      seenAt: now,
    })
    .returning({ id: attempts.id });
  const attemptId = made?.id ?? 0;
  await tx.insert(quizAttempts).values({ attemptId, itemId: item.id, personId, number });
  return attemptId;
}

/** Refuses what the window, what has to be done first, or the number of tries forbids. */
function refuseEarly(item: OwnItem, now: Date): void {
  if (now < item.opensAt) throw new Refusal("not-open", { opensAt: item.opensAt.toISOString() });
  if (now >= item.closesAt) throw new Refusal("closed", { closesAt: item.closesAt.toISOString() });
  if (!item.mayWork) throw new Refusal("item-locked");
}

/** Starts an attempt at a quiz of a programme, or leads back to the one that is open; fifty at once make one (I7). */
export const startQuiz = command({
  at: "POST /api/programmes/:slug/items/:id/attempts",
  input: z.strictObject({ slug: z.string().max(120), id: idSchema }),
  output: z.object({ attemptId: z.number(), resumed: z.boolean() }),
  refusals: ["not-open", "closed", "item-locked", "no-attempts-left", "bank-too-small", "programme-cancelled"],
  door: "play",
  load: (tx, { slug }) => findProgramme(tx, slug),
  may: can.takeProgramme,
  async run(tx, programme, { id }, { viewer, now }) {
    if (programme.cancelledAt) throw new Refusal("programme-cancelled");
    const { personId, branchId, branchPath } = viewer;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('quiz ' || ${personId}::text, ${id}))`);
    // A statement of its own after the lock: it sees what a parallel request made while this one waited.
    const earlier = await earlierOf(tx, programme.id, id, personId);
    const running = earlier.find(({ state }) => state === "in_progress");
    if (running && now < running.endsAt) return { attemptId: running.id, resumed: true };
    const { items } = await listOwnItems(tx, programme, { personId, branchId }, now);
    const item = items.find((one) => one.id === id);
    if (!item?.quiz || item.taskId === null) throw new Refusal("not-found");
    refuseEarly(item, now);
    const used = earlier.filter(({ state }) => state !== "voided").length;
    if (item.quiz.attempts !== null && used >= item.quiz.attempts) throw new Refusal("no-attempts-left", { attempts: item.quiz.attempts });
    const made = await deal(tx, { item, quiz: item.quiz, personId, path: branchPath, number: earlier.length + 1, now });
    return { attemptId: made, resumed: false };
  },
});
