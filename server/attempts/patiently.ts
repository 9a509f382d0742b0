import { setTimeout as pause } from "node:timers/promises";
import { isUnavailable } from "#server/database-refusals.ts";
import { answerFigures } from "./answer-figures.ts";

const GIVE_UP_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Does the work again through deadlocks, restarts and lost connections of the database, for about ten seconds; then throws what it met
 * last. The work must be harmless when done twice.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || performance.now() + pauseMs > giveUpAt) throw error;
      answerFigures.retries += 1;
      await pause(pauseMs);
    }
  }
}
