import { z } from "zod";
import { can } from "#domain/access.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import { livesLeft, PRACTICE_MODES, SURVIVAL_MS, stretched } from "#domain/practices/modes.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { ownKey, ownPresentation, revealSchema } from "#server/reviews/shown-question.ts";
import { query } from "#server/verb.ts";
import { findPractice, type Practice, verdictsOf } from "./find-practice.ts";
import { type KeyedVersion, keyedVersions, practiceQuestion, practiceQuestionSchema } from "./practice-question.ts";

const doneSchema = practiceQuestionSchema.extend({
  response: responseSchema,
  worth: z.number(),
  isRight: z.boolean(),
  mark: z.number(),
  reveal: revealSchema.nullable(),
});

const worthOf = ({ worths }: Practice, slot: number): number => worths?.[slot] ?? 1_000;

/** What a run of practice gives for its end: the share of the marks in ten-thousandths, in a mock exam by the worth of each. */
function scoreOf(practice: Practice, verdicts: readonly { slot: number; mark: number }[]): number {
  const all = practice.versionIds.reduce((sum, _id, slot) => sum + worthOf(practice, slot), 0);
  return all === 0 ? 0 : Math.round(verdicts.reduce((sum, { slot, mark }) => sum + mark * worthOf(practice, slot), 0) / all);
}

function revealOf(personId: number, row: KeyedVersion): z.input<typeof revealSchema> | null {
  if (!row.isOpen) return null;
  const passage = row.mayRead && row.slug !== null ? { slug: row.slug, paragraph: row.paragraph } : null;
  return { explanation: row.explanation, passage, key: ownKey(personId, row, row.key) };
}

/** An answered question of one's own run, with its verdict. */
function doneOf(personId: number, practice: Practice, verdict: Awaited<ReturnType<typeof verdictsOf>>[number], row: KeyedVersion) {
  const { slot, response, isRight, mark } = verdict;
  return {
    ...practiceQuestion(personId, slot, row),
    response: response === null ? null : shownResponse(response, ownPresentation(personId, row), row.body),
    worth: worthOf(practice, slot),
    ...{ isRight, mark, reveal: revealOf(personId, row) },
  };
}

/**
 * One's own run of practice: the answer just told, until the person goes on; the question that is next (of a mock exam all of them, with what
 * was answered so far and no verdict); and when it is over every answer with its verdict, why, and where to read.
 */
export const getPractice = query({
  at: "GET /api/practices/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    mode: z.enum(PRACTICE_MODES),
    total: z.number(),
    answered: z.number(),
    rightCount: z.number(),
    livesLeft: z.number().nullable(),
    /** Until when the question that is next, or the mock exam, may be answered; null: no clock, or it has not been shown yet. */
    closesAt: z.date().nullable(),
    serverNow: z.date(),
    startedAt: z.date(),
    finishedAt: z.date().nullable(),
    score: z.number().nullable(),
    /** Which paper or topic; empty: the whole bank. */
    title: z.string(),
    setId: z.number().nullable(),
    category: z.string(),
    /** Of a mock exam alone: the share of the marks that passes (R16). */
    passPercent: z.number().nullable(),
    /** The last answer, while the next question has not been asked for: a page opened anew, or sent before its scripts had come, tells it too. */
    just: doneSchema.nullable(),
    /** Against the clock it is not shown before it is asked for: nobody reads ahead. */
    next: practiceQuestionSchema.nullable(),
    questions: z.array(practiceQuestionSchema.extend({ draft: responseSchema, worth: z.number() })),
    done: z.array(doneSchema),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const practice = await findPractice(db, id, viewer.personId);
    if (!practice) throw new Refusal("not-found");
    const { mode, versionIds, answered, rightCount, dueAt, shownAt, startedAt, finishedAt, drafts, timePercent } = practice;
    const versions = await keyedVersions(db, viewer, versionIds, now);
    const at = (slot: number) => versions.get(versionIds[slot] ?? 0);
    const isMock = mode === "mock";
    const waits = !isMock && finishedAt === null && shownAt === null && answered > 0;
    const verdicts = finishedAt || waits ? await verdictsOf(db, id) : [];
    const told = verdicts.flatMap((verdict) => {
      const row = at(verdict.slot);
      return row ? [doneOf(viewer.personId, practice, verdict, row)] : [];
    });
    const just = waits ? (told.find(({ slot }) => slot === answered - 1) ?? null) : null;
    const upcoming = finishedAt || isMock || (just && mode === "survival") ? undefined : at(answered);
    const surviveUntil = mode === "survival" && shownAt ? new Date(shownAt.getTime() + stretched(SURVIVAL_MS, timePercent)) : null;
    return {
      ...{ id, mode, total: versionIds.length, answered, rightCount, livesLeft: livesLeft(practice), startedAt, finishedAt },
      ...{ title: practice.setTitle ?? practice.category, setId: practice.setId, category: practice.category, serverNow: now },
      passPercent: practice.passPercent,
      closesAt: isMock ? dueAt : surviveUntil,
      score: finishedAt ? scoreOf(practice, verdicts) : null,
      just,
      next: upcoming ? practiceQuestion(viewer.personId, answered, upcoming) : null,
      questions:
        isMock && !finishedAt
          ? versionIds.flatMap((_id, slot) => {
              const row = at(slot);
              // An exam shows no way to the answer.
              return row
                ? [
                    {
                      ...practiceQuestion(viewer.personId, slot, row),
                      passage: null,
                      draft: drafts?.[slot] ?? null,
                      worth: worthOf(practice, slot),
                    },
                  ]
                : [];
            })
          : [],
      done: finishedAt ? told : [],
    };
  },
});
