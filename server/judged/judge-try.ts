import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts, itemTries } from "#db/schema/attempts.ts";
import { can } from "#domain/access.ts";
import { isTooLate, livesLeft, markInFormat, mayTry, triesOf } from "#domain/attempts/judged.ts";
import { isShutOut } from "#domain/attempts/levels.ts";
import { isOneByOne, isWholeOnly, type JudgedFormat, type OneByOneFormat } from "#domain/contests/format.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { markOf } from "#domain/questions/mark.ts";
import { type Response, responseSchema } from "#domain/questions/question.ts";
import { storable } from "#domain/questions/storable.ts";
import { Refusal } from "#domain/refusal.ts";
import { finishAttempt, sumAnswers } from "#server/attempts/finish-attempt.ts";
import { findJudgedVersion, type JudgedVersion } from "#server/attempts/paper-cache.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { endOfQuestion, formatOf, type JudgedAttempt, levelAnswers, levelsOf, listTold, lockJudged, type Told } from "./judged-attempt.ts";
import { levelsSchema } from "./levels-schema.ts";
import { refuseIdle } from "./refuse-idle.ts";

type Try = Readonly<{ slot: number; number: number; response: Response; isLate: boolean }>;

async function versionOf({ id, versionIds }: JudgedAttempt, slot: number): Promise<JudgedVersion> {
  const versionId = versionIds[slot];
  if (versionId === undefined) throw new Refusal("no-such-slot", { slot });
  const version = await findJudgedVersion(versionId);
  if (!version) throw new Error(`question version ${versionId} of attempt ${id} has no key`);
  return version;
}

/** Judges a try and keeps it; what stands for the question is the best so far, and of equal ones the first. */
async function keep(tx: Tx, attempt: JudgedAttempt, format: JudgedFormat, { isLate, ...tried }: Try, now: Date): Promise<Told> {
  const { id, seed, rules, worths } = attempt;
  const { slot, number } = tried;
  const version = await versionOf(attempt, slot);
  if (!storable(tried.response)) throw fieldRefusal("response", "answer-shape");
  const shown = isLate ? null : tried.response;
  const response = authoredResponse(shown, version.body, presentationOf(version.body, seed, slot, rules.shuffleOptions));
  const mark = markOf({ ...version, response, worth: worths[slot] ?? 0, mode: rules.multipleMode });
  const { milli, right: isRight } = markInFormat(mark, isWholeOnly(format.kind));
  await tx.insert(itemTries).values({ attemptId: id, slot, number, response, receivedAt: now, milli, isRight, isLate });
  await tx.execute(sql`
    insert into answers as stood (attempt_id, slot, response, seq, received_at, milli, is_right)
    values (${id}, ${slot}, ${response === null ? null : JSON.stringify(response)}::jsonb, ${number}, ${now}, ${milli}, ${isRight})
    on conflict (attempt_id, slot) do update set response = excluded.response, seq = excluded.seq, received_at = excluded.received_at,
      milli = excluded.milli, is_right = excluded.is_right
    where excluded.milli > stood.milli or (excluded.is_right and not stood.is_right)`);
  await sumAnswers(tx, id);
  return { slot, number, isRight, isLate };
}

/** Whether it is over before the last question: no lives are left, or the gate of a level was not reached. */
const isLost = (format: OneByOneFormat, { worths }: JudgedAttempt, told: readonly Told[]): boolean =>
  format.kind === "levels"
    ? isShutOut(levelAnswers(worths, told), format)
    : livesLeft(format, told.filter(({ isRight }) => !isRight).length) === 0;

/** The next question of a format that shows them one by one, answered within its time; with the last of them, or when it is lost, it is over. */
async function goOn(tx: Tx, attempt: JudgedAttempt, told: readonly Told[], asked: Omit<Try, "isLate">, now: Date): Promise<Told> {
  const format = formatOf(attempt);
  if (!isOneByOne(format) || asked.slot !== told.length || asked.number !== 1) throw new Refusal("no-such-slot", { slot: asked.slot });
  if (attempt.shownAt === null) throw new Refusal("not-shown-yet");
  const isLate = isTooLate(await endOfQuestion(tx, attempt, format, attempt.shownAt), now);
  const verdict = await keep(tx, attempt, format, { ...asked, isLate }, now);
  await tx.update(attempts).set({ shownAt: null }).where(eq(attempts.id, attempt.id));
  const isLast = told.length + 1 >= attempt.versionIds.length;
  if (isLast || isLost(format, attempt, [...told, verdict])) await finishAttempt(tx, attempt.id, "rules", now);
  return verdict;
}

/** One more try of a question of one's choice. */
async function tryAgain(tx: Tx, attempt: JudgedAttempt, told: readonly Told[], asked: Omit<Try, "isLate">, now: Date): Promise<Told> {
  const format = formatOf(attempt);
  if (isOneByOne(format)) throw new Refusal("not-judged-at-once");
  const own = told.filter(({ slot }) => slot === asked.slot);
  const { body } = await versionOf(attempt, asked.slot);
  const verdict = mayTry(
    own.length,
    triesOf(format, body),
    own.some(({ isRight }) => isRight),
  );
  if (verdict !== "ok") throw verdict;
  if (asked.number !== own.length + 1) throw new Refusal("no-such-try", { number: own.length + 1 });
  if (asked.response === null) throw fieldRefusal("response", "no-answer");
  return keep(tx, attempt, format, { ...asked, isLate: false }, now);
}

/**
 * One try of one question, judged at once: the reply says whether the own answer was right, and nothing of the key. Sent again with the same
 * number it is told the same and counted once, so that a failure of ours or of the network is never a wrong try.
 */
export const judgeTry = command({
  at: "POST /api/attempts/:id/tries",
  input: z.strictObject({
    id: z.coerce.number().int().positive(),
    slot: z.int().min(0).max(999),
    /** Which try of this question it is, from 1. */
    number: z.int().min(1).max(50),
    response: responseSchema,
  }),
  output: z.object({
    ...{ slot: z.number(), number: z.number(), isRight: z.boolean(), isLate: z.boolean(), isOver: z.boolean() },
    levels: levelsSchema.nullable(),
  }),
  refusals: [
    ...["not-judged-at-once", "attempt-over", "taken-over", "paused", "no-such-slot", "not-shown-yet", "no-such-try"],
    ...["already-right", "no-tries-left", "answer-shape", "no-answer"],
  ],
  door: "judge",
  load: (tx, { id }) => lockJudged(tx, id),
  may: can.sitAttempt,
  async run(tx, attempt, { id: _id, ...asked }, { viewer, now }) {
    const format = formatOf(attempt);
    const told = await listTold(tx, attempt.id);
    const known = told.find(({ slot, number }) => slot === asked.slot && number === asked.number);
    const levelsAfter = (verdicts: readonly Told[]) => levelsOf(format, attempt, verdicts, false);
    if (known) {
      const levels = levelsAfter(told.slice(0, told.indexOf(known) + 1));
      return { ...known, isOver: attempt.state !== "in_progress", levels };
    }
    await refuseIdle(tx, attempt, viewer, now);
    const verdict = await (isOneByOne(format) ? goOn : tryAgain)(tx, attempt, told, asked, now);
    const after = await lockJudged(tx, attempt.id);
    return { ...verdict, isOver: after?.state !== "in_progress", levels: levelsAfter([...told, verdict]) };
  },
});
