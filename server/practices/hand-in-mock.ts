import { and, eq, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { practiceAnswers, practices } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { GRACE_MS } from "#domain/practices/modes.ts";
import { markOf } from "#domain/questions/mark.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { storable } from "#domain/questions/storable.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { noteAnswers } from "#server/reviews/note-answers.ts";
import { ownPresentation } from "#server/reviews/shown-question.ts";
import { command } from "#server/verb.ts";
import { findPractice, lockPractice, type Practice } from "./find-practice.ts";
import { versionsForMarking } from "./versions-for-marking.ts";

/** Ten-thousandths: a whole answer. */
const WHOLE = 10_000;

/** Marks what stands in the drafts, keeps it, tells the wrong-book, and ends the exam. What was not answered is wrong and no mistake. */
async function markMock(tx: Tx, practice: Practice, now: Date): Promise<void> {
  const { id, personId, versionIds, drafts } = practice;
  const versions = await versionsForMarking(tx, versionIds);
  const marked = versionIds.flatMap((versionId, slot) => {
    const version = versions.get(versionId);
    if (!version) return [];
    const shown = drafts?.[slot] ?? null;
    const response = shown === null ? null : authoredResponse(shown, version.body, ownPresentation(personId, version));
    const { milli, right } = markOf({ ...version, response, worth: WHOLE, mode: "all_or_nothing" });
    return [{ slot, versionId, response, mark: milli, isRight: right, questionId: version.questionId }];
  });
  const kept = marked.map(({ questionId: _questionId, ...answer }) => ({ practiceId: id, tookMs: 0, answeredAt: now, ...answer }));
  if (kept.length > 0) await tx.insert(practiceAnswers).values(kept);
  const given = marked.filter(({ response }) => response !== null);
  await noteAnswers(
    tx,
    given.map(({ questionId, versionId, isRight }) => ({ personId, questionId, versionId, isRight, cause: "practice" })),
    now,
  );
  const rightCount = marked.filter(({ isRight }) => isRight).length;
  await tx.update(practices).set({ finishedAt: now, answered: given.length, rightCount }).where(eq(practices.id, id));
}

const isOpen = ({ finishedAt, dueAt }: Practice, now: Date) =>
  finishedAt === null && (dueAt === null || now.getTime() <= dueAt.getTime() + GRACE_MS);

/** Keeps an answer of a mock exam, until it is handed in or its time is over; nothing is told of it. */
export const saveMockAnswer = command({
  at: "POST /api/practices/:id/drafts",
  input: z.strictObject({ id: idSchema, slot: z.coerce.number().int().min(0).max(999), response: responseSchema }),
  output: z.object({ id: z.number(), slot: z.number() }),
  refusals: ["answer-shape", "no-such-slot", "is-over"],
  door: "judge",
  load: (tx, { id }, { viewer }) => lockPractice(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, practice, { id, slot, response }, { viewer, now }) {
    const versionId = practice.versionIds[slot];
    if (practice.mode !== "mock" || versionId === undefined) throw new Refusal("no-such-slot", { slot });
    if (!isOpen(practice, now)) throw new Refusal("is-over");
    if (response !== null && !storable(response)) throw new Refusal("answer-shape");
    const version = (await versionsForMarking(tx, [versionId])).get(versionId);
    if (version && response !== null) authoredResponse(response, version.body, ownPresentation(viewer.personId, version));
    await tx
      .update(practices)
      .set({ drafts: { ...practice.drafts, [slot]: response } })
      .where(eq(practices.id, id));
    return { id, slot };
  },
});

/** Hands a mock exam in; asked again, it is told that it is done. */
export const handInMock = command({
  at: "POST /api/practices/:id/hand-in",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number(), finishedAt: z.date() }),
  refusals: ["no-such-slot"],
  door: "judge",
  load: (tx, { id }, { viewer }) => lockPractice(tx, id, viewer.personId),
  may: can.beSignedIn,
  async run(tx, practice, { id }, { now }) {
    if (practice.mode !== "mock") throw new Refusal("no-such-slot", { slot: 0 });
    if (practice.finishedAt === null) await markMock(tx, practice, now);
    return { id, finishedAt: practice.finishedAt ?? now };
  },
});

/** Ends mock exams whose time is over, as far as they came. Two workers may do it at once. */
export async function endOverdueMocks(now: Date): Promise<number> {
  const db = database("judge");
  const late = await db
    .select({ id: practices.id, personId: practices.personId })
    .from(practices)
    .where(and(isNull(practices.finishedAt), lte(practices.dueAt, new Date(now.getTime() - GRACE_MS))))
    .limit(100);
  for (const { id, personId } of late)
    await db.transaction(async (tx) => {
      await lockPractice(tx, id, personId);
      const practice = await findPractice(tx, id, personId);
      if (practice && practice.finishedAt === null) await markMock(tx, practice, now);
    });
  return late.length;
}
