import { answerFigures } from "./answer-figures.ts";
import { carrier } from "./carrier.ts";
import { type JudgedAnswer, type StoredAnswer, storeAnswers } from "./store-answers.ts";

const answers = carrier<JudgedAnswer, StoredAnswer>({
  store: storeAnswers,
  keyOf: ({ attemptId, slot }) => attemptId * 1_000 + slot,
  senderOf: ({ attemptId }) => attemptId,
  count(stored) {
    for (const { outcome } of stored) answerFigures[outcome] += 1;
  },
});

/** Puts an answer on the next commit; resolves when it is durable. Refuses with `unavailable` or `too-many`: come again in a second. */
export const carryAnswer = (row: JudgedAnswer): Promise<StoredAnswer> => answers.take(row);

/** How many answers wait for the next statement. */
export const answersWaiting = (): number => answers.waiting();
