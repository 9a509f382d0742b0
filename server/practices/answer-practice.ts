import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { practiceAnswers, practices } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { GRACE_MS, livesLeft, SURVIVAL_MS, stretched } from "#domain/practices/modes.ts";
import { type Response, responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { grantPoints } from "#server/points/grant-points.ts";
import { payReview } from "#server/points/pay-review.ts";
import { effortOf, effortSchema } from "#server/reviews/effort-schema.ts";
import { type Judged, judgeResponse } from "#server/reviews/judge-response.ts";
import { lockAnswers } from "#server/reviews/lock-answers.ts";
import { noteAnswer } from "#server/reviews/note-answers.ts";
import { pickedPlace } from "#server/reviews/picked-place.ts";
import { ownKey, revealSchema } from "#server/reviews/shown-question.ts";
import { command } from "#server/verb.ts";
import { lockPractice, type Practice, verdictsOf } from "./find-practice.ts";
import { type KeyedVersion, keyedVersions } from "./practice-question.ts";

const NOTHING: Judged & { response: Response } = { response: null, mark: 0, isRight: false };

/** Judged in time; in survival, whose clock is the server's, nothing and too late are wrong answers. */
function judged({ mode, shownAt, timePercent }: Practice, keyed: KeyedVersion, given: Response, personId: number, now: Date): Judged {
  const limitMs = stretched(SURVIVAL_MS, timePercent) + GRACE_MS;
  const isLate = mode === "survival" && shownAt !== null && now.getTime() - shownAt.getTime() > limitMs;
  if (mode === "survival" && (isLate || given === null)) return NOTHING;
  return judgeResponse(personId, keyed, given);
}

/** The answer in the run: counted, and the run ended with its last question or its last life. */
async function count(tx: Tx, practice: Practice, isRight: boolean, now: Date): Promise<Date | null> {
  const [answered, rightCount] = [practice.answered + 1, practice.rightCount + (isRight ? 1 : 0)];
  const isOver = answered >= practice.versionIds.length || livesLeft({ lives: practice.lives, answered, rightCount }) === 0;
  const finishedAt = isOver ? now : null;
  await tx.update(practices).set({ answered, rightCount, finishedAt, shownAt: null }).where(eq(practices.id, practice.id));
  return finishedAt;
}

/** The five of a day are done: however many were right. */
const payDaily = (tx: Tx, { id, personId }: Practice, now: Date) =>
  grantPoints(tx, [{ personId, rule: "daily", source: `practice ${id}`, why: { path: `/practice/${id}` } }], now);

async function keyedOf(tx: Tx, viewer: Member, version: number, now: Date): Promise<KeyedVersion> {
  const keyed = (await keyedVersions(tx, viewer, [version], now)).get(version);
  if (!keyed) throw new Refusal("question-changed");
  if (!keyed.isOpen) throw new Refusal("kept-for-contest");
  return keyed;
}

/**
 * Answers the next question of a run; the reply tells at once whether it was right, why, and where to read. A repeat of an answered slot is
 * told the same. Wrong answers go into the wrong-book. A mock exam takes no answers here.
 */
export const answerPractice = command({
  at: "POST /api/practices/:id/answers",
  input: z.strictObject({
    id: idSchema,
    slot: z.coerce.number().int().min(0).max(999),
    version: idSchema,
    response: responseSchema.optional(),
    pick: z.coerce.number().int().min(0).max(9).optional(),
    ...effortSchema,
  }),
  output: z.object({
    id: z.number(),
    slot: z.number(),
    isRight: z.boolean(),
    rightCount: z.number(),
    livesLeft: z.number().nullable(),
    isOver: z.boolean(),
    reveal: revealSchema,
  }),
  refusals: ["answer-shape", "no-answer", "no-such-slot", "question-changed", "kept-for-contest", "is-over"],
  door: "judge",
  load: async (tx, { id }, { viewer }) => {
    await lockAnswers(tx, viewer.personId);
    return lockPractice(tx, id, viewer.personId);
  },
  may: can.beSignedIn,
  async run(tx, practice, { id, slot, version, response, pick, ...said }, { viewer, now }) {
    if (practice.mode === "mock" || practice.versionIds[slot] !== version) throw new Refusal("no-such-slot", { slot });
    const keyed = await keyedOf(tx, viewer, version, now);
    if (slot >= practice.answered) {
      if (practice.finishedAt) throw new Refusal("is-over");
      if (slot > practice.answered) throw new Refusal("no-such-slot", { slot });
      const { personId } = viewer;
      const verdict = judged(practice, keyed, response ?? pickedPlace(keyed.body, pick), personId, now);
      const tookMs = Math.max(0, now.getTime() - (practice.shownAt ?? now).getTime());
      const { changed, usedHint } = said;
      await tx
        .insert(practiceAnswers)
        .values({ practiceId: id, slot, versionId: version, ...verdict, tookMs, changed, usedHint, answeredAt: now });
      const effort = await effortOf(tx, version, { ...said, tookMs });
      await noteAnswer(
        tx,
        { personId, questionId: keyed.questionId, versionId: version, isRight: verdict.isRight, cause: "practice", effort },
        now,
      );
      const finishedAt = await count(tx, practice, verdict.isRight, now);
      await payReview(tx, viewer, now);
      if (practice.mode === "daily" && finishedAt) await payDaily(tx, practice, now);
    }
    const after = (await lockPractice(tx, id, viewer.personId)) ?? practice;
    const passage = keyed.mayRead && keyed.slug !== null ? { slug: keyed.slug, paragraph: keyed.paragraph } : null;
    return {
      ...{ id, slot, rightCount: after.rightCount, livesLeft: livesLeft(after), isOver: after.finishedAt !== null },
      isRight: (await verdictsOf(tx, id)).find((one) => one.slot === slot)?.isRight ?? false,
      reveal: { explanation: keyed.explanation, passage, key: ownKey(viewer.personId, keyed, keyed.key) },
    };
  },
});
