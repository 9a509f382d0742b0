import { z } from "zod";
import { can } from "#domain/access.ts";
import { isOneByOne, kindOf } from "#domain/contests/format.ts";
import { paperMarksOf } from "#domain/contests/full-marks.ts";
import { phaseOf, reviewAllowed } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContestById } from "#server/contests/find-contest.ts";
import { keptAmong } from "#server/rehearsals/kept-among.ts";
import { query } from "#server/verb.ts";
import { itemSchema, itemsOf } from "./attempt-items.ts";
import { correctionSchema, correctionsOf, essaysWaiting } from "./corrections-of.ts";
import { findAttempt } from "./find-attempt.ts";
import { correctedInLevels, inLevels } from "./level-marks.ts";
import { type Marks, marksOf, revealSchema, revealsOf, totalsOf } from "./reveals.ts";

/**
 * One's own ended attempt, as far as the printed review policy has opened it: the score, then rightness of the own answers, then keys with
 * explanations and the passage to read. The only place that sends a key to a member, and it asks the policy first.
 */
export const getResult = query({
  at: "GET /api/attempts/:id/result",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  output: z.object({
    attemptId: z.number(),
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    number: z.number(),
    /** A paper that counts nowhere. */
    isRehearsal: z.boolean(),
    state: z.string(),
    startedAt: z.date(),
    finishedAt: z.date(),
    answered: z.number(),
    questions: z.number(),
    worth: z.number(),
    opens: z.object({ score: z.string(), answers: z.string(), keys: z.string() }),
    /** Essays that people have not marked yet: the score will change. */
    waiting: z.number(),
    /** What rulings and people changed since the machine marked it, once the own answers are open. */
    corrections: z.array(correctionSchema),
    score: z.object({ milli: z.number(), right: z.number(), passed: z.boolean().nullable() }).nullable(),
    /** Whether a question's mark is what its answer gave or took, as in levels (D4.6). */
    isByLevels: z.boolean(),
    items: z.array(
      itemSchema.extend({ mark: z.object({ milli: z.number(), isRight: z.boolean() }).nullable(), reveal: revealSchema.nullable() }),
    ),
  }),
  refusals: ["still-running"],
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const attempt = await findAttempt(db, id);
    if (!attempt || !can.sitAttempt(viewer, attempt)) throw new Refusal("not-found");
    if (attempt.state === "in_progress") throw new Refusal("still-running");
    const contest = await findContestById(db, attempt.contestId);
    if (!contest) throw new Refusal("not-found");
    const phased = phasedContest(contest);
    const { review, passPercent } = attempt.rules;
    const open = (moment: (typeof review)["score"]) => reviewAllowed(moment, { attempt, contest: phased, now });
    const totals = await totalsOf(db, id);
    const worth = paperMarksOf(attempt.rules, attempt.worths);
    const showsAnswers = open(review.answers);
    const showsKeys = showsAnswers && open(review.keys);
    const paper = showsAnswers ? await itemsOf(db, attempt) : [];
    const marks = showsAnswers ? inLevels(attempt, await marksOf(db, id)) : new Map<number, Marks>();
    // Of questions that come one by one, those that were never shown are nobody's to see.
    const items = isOneByOne(attempt.rules.format) ? paper.filter(({ slot }) => marks.has(slot)) : paper;
    const corrections = showsAnswers ? correctedInLevels(attempt, marks, await correctionsOf(db, id, showsKeys)) : [];
    const worthNow = new Map(corrections.map(({ slot, worth: changed }) => [slot, changed]));
    const reveals = showsKeys ? await revealsOf(db, attempt) : [];
    // A rehearsal's questions may have been taken into a contest since: of those neither the key nor the verdict is told.
    const kept = attempt.isRehearsal && showsAnswers ? await keptAmong(db, viewer.personId, attempt.versionIds, now) : new Set<number>();
    const isKept = (slot: number): boolean => kept.has(attempt.versionIds[slot] ?? 0);
    return {
      attemptId: id,
      contest: { slug: attempt.slug, title: attempt.title, phase: phaseOf(phased, now) },
      number: attempt.number,
      isRehearsal: attempt.isRehearsal,
      state: attempt.state,
      startedAt: attempt.startedAt,
      finishedAt: attempt.finishedAt ?? attempt.dueAt,
      answered: totals.answered,
      questions: attempt.versionIds.length,
      worth,
      opens: review,
      waiting: await essaysWaiting(db, id),
      corrections,
      score: open(review.score)
        ? {
            milli: totals.score_milli,
            right: totals.right_count,
            // Where days are added up, the pass line is of their sum and no single paper's.
            passed: passPercent === null || kindOf(attempt.rules) === "daily" ? null : totals.score_milli * 100 >= worth * passPercent,
          }
        : null,
      isByLevels: kindOf(attempt.rules) === "levels",
      items: items.map((item) => ({
        ...item,
        worth: worthNow.get(item.slot) ?? item.worth,
        mark: isKept(item.slot) ? null : (marks.get(item.slot) ?? { milli: 0, isRight: false }),
        reveal: isKept(item.slot) ? null : (reveals[item.slot] ?? null),
      })),
    };
  },
});
