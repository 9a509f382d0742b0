import { Refusal } from "#domain/refusal.ts";
import { isUnavailable, refusalOfDatabase } from "#server/database-refusals.ts";
import { log } from "#server/log.ts";
import { answerFigures } from "./answer-figures.ts";
import { patiently } from "./patiently.ts";
import { rideAlong } from "./ride-along.ts";
import { type JudgedAnswer, type StoredAnswer, storeAnswers } from "./store-answers.ts";

const MOST_ROWS = 1_000;
const SEATS = 20_000;
/** A browser has one or two on the way; a flood from one attempt must not take the seats of others. */
const SEATS_OF_ONE = 64;

type Carried = StoredAnswer | Refusal;

/** Stores a batch, patiently; when the database stays away the callers are told to come again. */
async function carry(rows: JudgedAnswer[]): Promise<Carried[]> {
  try {
    const stored = await patiently(() => storeAnswers(rows));
    count(rows.length, stored);
    return stored;
  } catch (error) {
    if (!isUnavailable(error)) return alone(rows, error);
    log.error({ error, rows: rows.length }, "answers could not be stored for ten seconds");
    return rows.map(() => new Refusal("unavailable"));
  }
}

/** A batch that the database will not have for what it says: one bad row must not take the others with it. */
async function alone(rows: JudgedAnswer[], error: unknown): Promise<Carried[]> {
  if (rows.length === 1) {
    log.error({ error, attemptId: rows[0]?.attemptId }, "an answer was refused by the database");
    return [refusalOfDatabase(error) ?? new Refusal("invalid")];
  }
  const half = rows.length >> 1;
  return [...(await carry(rows.slice(0, half))), ...(await carry(rows.slice(half)))];
}

function count(rows: number, stored: readonly StoredAnswer[]): void {
  answerFigures.batches += 1;
  answerFigures.rows += rows;
  answerFigures.largestBatch = Math.max(answerFigures.largestBatch, rows);
  for (const { outcome } of stored) answerFigures[outcome] += 1;
}

const ride = rideAlong<JudgedAnswer, Carried>({
  carry,
  most: MOST_ROWS,
  seats: SEATS,
  keyOf: ({ attemptId, slot }) => attemptId * 1_000 + slot,
});

const onTheWay = new Map<number, number>();

/** Puts an answer on the next commit; resolves when it is durable. Refuses with `unavailable` or `too-many`: come again in a second. */
export async function carryAnswer(row: JudgedAnswer): Promise<StoredAnswer> {
  const before = onTheWay.get(row.attemptId) ?? 0;
  if (before >= SEATS_OF_ONE) throw new Refusal("too-many");
  onTheWay.set(row.attemptId, before + 1);
  try {
    const carried = await ride.join(row);
    if (carried instanceof Error) throw carried;
    return carried;
  } finally {
    const left = (onTheWay.get(row.attemptId) ?? 1) - 1;
    if (left === 0) onTheWay.delete(row.attemptId);
    else onTheWay.set(row.attemptId, left);
  }
}

/** How many answers wait for the next statement. */
export const answersWaiting = (): number => ride.waiting();
