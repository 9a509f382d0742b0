import { answerPool } from "./answer-pool.ts";
import { patiently } from "./patiently.ts";
import { rideAlong } from "./ride-along.ts";

/** The clock of an attempt as it stands. */
export type AttemptTime = Readonly<{
  attemptId: number;
  entryId: number | null;
  state: string;
  dueAt: Date;
  endsAt: Date;
  seat: string | null;
}>;
type Raw = [id: string, entryId: string | null, state: string, dueAt: Date, endsAt: Date, seat: string | null];

/** The clocks of these attempts. */
export async function listAttemptTimes(attemptIds: readonly number[]): Promise<AttemptTime[]> {
  const { rows } = await answerPool().query<Raw>({
    name: "attempt-times",
    text: "select id, entry_id, state, due_at, ends_at, seat from attempts where id = any($1::bigint[])",
    values: [attemptIds],
    rowMode: "array",
  });
  return rows.map(([id, entryId, state, dueAt, endsAt, seat]) => ({
    attemptId: Number(id),
    entryId: entryId === null ? null : Number(entryId),
    state,
    dueAt,
    endsAt,
    seat,
  }));
}

const together = rideAlong<number, AttemptTime | null>({
  async carry(ids) {
    const found = new Map((await patiently(() => listAttemptTimes(ids))).map((time) => [time.attemptId, time]));
    return ids.map((id) => found.get(id) ?? null);
  },
  most: 2_000,
  seats: 50_000,
});

/** The clock of one attempt, or null; those asked for at one moment are read in one query. */
export const findAttemptTime = (attemptId: number): Promise<AttemptTime | null> => together.join(attemptId);
