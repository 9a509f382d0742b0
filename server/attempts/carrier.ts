import { Refusal } from "#domain/refusal.ts";
import { isUnavailable, refusalOfDatabase } from "#server/database-refusals.ts";
import { log } from "#server/log.ts";
import { answerFigures } from "./answer-figures.ts";
import { patiently } from "./patiently.ts";
import { rideAlong } from "./ride-along.ts";

const MOST_ROWS = 1_000;
const SEATS = 20_000;
/** A browser has one or two on the way; a flood from one sender must not take the seats of others. */
const SEATS_OF_ONE = 64;

type Source<Row, Stored> = Readonly<{
  /** Stores a batch of different keys in one durable statement and tells what became of each, in order. Harmless when done twice. */
  store: (rows: Row[]) => Promise<Stored[]>;
  keyOf: (row: Row) => string | number;
  senderOf: (row: Row) => number;
  count?: (stored: readonly Stored[]) => void;
}>;

/** Puts answers on the next commit, in batches without a timer; each resolves when it is durable (decision 0007). */
export function carrier<Row, Stored extends object>({ store, keyOf, senderOf, count }: Source<Row, Stored>) {
  type Carried = Stored | Refusal;

  /** Stores a batch, patiently; when the database stays away the callers are told to come again. */
  const carry = async (rows: Row[]): Promise<Carried[]> => {
    try {
      const stored = await patiently(() => store(rows));
      answerFigures.batches += 1;
      answerFigures.rows += rows.length;
      answerFigures.largestBatch = Math.max(answerFigures.largestBatch, rows.length);
      count?.(stored);
      return stored;
    } catch (error) {
      if (!isUnavailable(error)) return alone(rows, error);
      log.error({ error, rows: rows.length }, "answers could not be stored for ten seconds");
      return rows.map(() => new Refusal("unavailable"));
    }
  };

  /** A batch that the database will not have for what it says: one bad row must not take the others with it. */
  const alone = async (rows: Row[], error: unknown): Promise<Carried[]> => {
    if (rows.length === 1) {
      log.error({ error, sender: senderOf(rows[0] as Row) }, "an answer was refused by the database");
      return [refusalOfDatabase(error) ?? new Refusal("invalid")];
    }
    const half = rows.length >> 1;
    return [...(await carry(rows.slice(0, half))), ...(await carry(rows.slice(half)))];
  };

  const ride = rideAlong<Row, Carried>({ carry, most: MOST_ROWS, seats: SEATS, keyOf });
  const onTheWay = new Map<number, number>();

  return {
    /** How many wait for the next statement. */
    waiting: () => ride.waiting(),
    /** Resolves when the row is durable. Refuses with `unavailable` or `too-many`: come again in a second. */
    async take(row: Row): Promise<Stored> {
      const sender = senderOf(row);
      const before = onTheWay.get(sender) ?? 0;
      if (before >= SEATS_OF_ONE) throw new Refusal("too-many");
      onTheWay.set(sender, before + 1);
      try {
        const carried = await ride.join(row);
        if (carried instanceof Error) throw carried;
        return carried;
      } finally {
        const left = (onTheWay.get(sender) ?? 1) - 1;
        if (left === 0) onTheWay.delete(sender);
        else onTheWay.set(sender, left);
      }
    },
  };
}
