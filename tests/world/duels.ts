import { answerMatch } from "#server/matches/answer-match.ts";
import { askForMatch } from "#server/matches/ask-for-match.ts";
import { getMatch } from "#server/matches/get-match.ts";
import { stayInQueue } from "#server/matches/stay-in-queue.ts";
import { told } from "./tell.ts";

const SECOND_MS = 1_000;
/** From asking to the first question, and from one question to the next when both answer by the third second of it. */
const FIRST_S = 3;
const STEP_S = 9;
/** How long a duel of this file takes from the asking to its end. */
export const DUEL_S = FIRST_S + 4 * STEP_S + 2;

const after = (from: Date, seconds: number) => new Date(from.getTime() + seconds * SECOND_MS);

/** Answers what is open in a duel, right (乙) or wrong. */
export async function answerOpen(personId: number, id: number, now: Date, isRight: boolean): Promise<void> {
  const { question } = await told(getMatch, personId, { id }, now);
  if (question?.body.kind !== "single") throw new Error("nothing to answer");
  const right = question.body.options.indexOf("乙");
  const response = { picks: [isRight ? right : (right + 1) % 3] };
  await told(answerMatch, personId, { id, slot: question.slot, version: question.version, response }, now);
}

/** So long the first one waits: until anybody will do, however far apart they play. */
const WAIT_S = 21;

/** Two who ask for a duel and find one another at `from`. */
export async function aDuel(one: number, two: number, from: Date): Promise<number> {
  await told(askForMatch, one, { size: 2 }, after(from, -WAIT_S));
  for (let left = WAIT_S - 7; left > 0; left -= 7) await told(stayInQueue, one, {}, after(from, -left));
  const { matchId } = await told(askForMatch, two, { size: 2 }, from);
  if (matchId === null) throw new Error("they did not find one another");
  return matchId;
}

/** A duel that was played to its end, so many of five right on either side. It takes `DUEL_S` seconds. */
export async function aPlayedDuel(one: number, two: number, rights: readonly [number, number], from: Date): Promise<number> {
  const id = await aDuel(one, two, from);
  for (let slot = 0; slot < 5; slot += 1) {
    const opens = FIRST_S + slot * STEP_S;
    await answerOpen(one, id, after(from, opens + 1), slot < rights[0]);
    await answerOpen(two, id, after(from, opens + 2), slot < rights[1]);
  }
  return id;
}
