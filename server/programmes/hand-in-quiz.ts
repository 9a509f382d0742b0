import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { authoredResponse } from "#domain/papers/authored-response.ts";
import { presentationOf } from "#domain/papers/presentation.ts";
import { markOf } from "#domain/questions/mark.ts";
import { type QuestionBody, type QuestionKey, type Response, responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { finishAttempt } from "#server/attempts/finish-attempt.ts";
import { idSchema } from "#server/input-schemas.ts";
import { noteAnswers } from "#server/reviews/note-answers.ts";
import { command } from "#server/verb.ts";
import { findQuiz, type QuizSubject } from "./find-quiz.ts";

const answerSchema = z.strictObject({ slot: z.int().min(0).max(999), response: responseSchema });
type Given = z.output<typeof answerSchema>;
type Version = { id: string; question_id: string; body: QuestionBody; key: QuestionKey };
type Marked = { slot: number; response: Response; milli: number; isRight: boolean; questionId: number; versionId: number };

/** Text that PostgreSQL could not keep. */
const isStorable = (response: Response): boolean =>
  response === null || !("texts" in response) || response.texts.every((text) => !text.includes("\u0000") && text.isWellFormed());

async function markAll(tx: Tx, quiz: QuizSubject, given: readonly Given[]): Promise<Marked[]> {
  const { rows } = await tx.execute<Version>(sql`
    select v.id, v.question_id, v.body, k.key from question_versions v join question_keys k on k.version_id = v.id
    where v.id = any(${sql.param(quiz.versionIds)}::bigint[])`);
  const versions = new Map(rows.map((row) => [Number(row.id), row]));
  // The last one given for a slot stands.
  const bySlot = new Map(given.map((answer) => [answer.slot, answer.response]));
  return [...bySlot].map(([slot, shown]) => {
    const version = versions.get(quiz.versionIds[slot] ?? 0);
    if (!version) throw new Refusal("no-such-slot", { slot });
    if (!isStorable(shown)) throw new Refusal("answer-shape");
    const { body, key } = version;
    const response = authoredResponse(shown, body, presentationOf(body, quiz.seed, slot, true));
    const { milli, right } = markOf({ body, key, response, worth: quiz.worths[slot] ?? 0, mode: "all_or_nothing" });
    return { slot, response, milli, isRight: right, questionId: Number(version.question_id), versionId: Number(version.id) };
  });
}

async function keepAnswers(tx: Tx, attemptId: number, marked: readonly Marked[], now: Date): Promise<void> {
  for (const { slot, response, milli, isRight } of marked) {
    const said = response === null ? null : JSON.stringify(response);
    await tx.execute(sql`
      insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right)
      values (${attemptId}, ${slot}, ${said}::jsonb, 1, ${now}, ${milli}, ${isRight}) on conflict do nothing`);
    await tx.execute(sql`
      insert into answer_events (attempt_id, slot, seq, response, received_at, outcome) values (${attemptId}, ${slot}, 1, ${said}::jsonb, ${now}, 'saved')`);
  }
}

/** What was answered wrong goes where review finds it; what was right counts there too. */
async function tellReview(tx: Tx, personId: number, marked: readonly Marked[], now: Date): Promise<void> {
  const answered = marked.filter(({ isRight, response }) => isRight || response !== null);
  await noteAnswers(
    tx,
    answered.map(({ questionId, versionId, isRight }) => ({ personId, questionId, versionId, isRight, cause: "quiz" })),
    now,
  );
}

/**
 * Hands a quiz in with all its answers at once: marked, kept, ended and taken down in one transaction. Who asks again, from another
 * tab or after a lost reply, is told that it is done and nothing is marked anew.
 */
export const handInQuiz = command({
  at: "POST /api/quiz-attempts/:id/hand-in",
  input: z.strictObject({ id: idSchema, answers: z.array(answerSchema).max(200) }),
  output: z.object({ attemptId: z.number(), state: z.string(), finishedAt: z.date() }),
  refusals: ["closed", "no-such-slot", "answer-shape"],
  door: "judge",
  load: (tx, { id }) => findQuiz(tx, id),
  may: can.sitAttempt,
  async run(tx, _quiz, { id, answers }, { viewer, now }) {
    await tx.execute(sql`select 1 from attempts where id = ${id} for update`);
    // A statement of its own after the lock: it sees what another hand-in did while this one waited.
    const quiz = await findQuiz(tx, id);
    if (!quiz) throw new Refusal("not-found");
    if (quiz.state !== "in_progress") return { attemptId: id, state: quiz.state, finishedAt: quiz.finishedAt ?? quiz.dueAt };
    if (now >= quiz.endsAt) throw new Refusal("closed", { closesAt: quiz.dueAt.toISOString() });
    const marked = await markAll(tx, quiz, answers);
    await keepAnswers(tx, id, marked, now);
    await tellReview(tx, viewer.personId, marked, now);
    const ended = await finishAttempt(tx, id, "person", now);
    if (!ended) throw new Refusal("not-found");
    return { attemptId: id, ...ended };
  },
});
