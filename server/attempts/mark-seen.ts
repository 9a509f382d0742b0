import { answerPool } from "./answer-pool.ts";

const SLICE = 200;

/** Writes down that these attempts' people are here. In slices, and locked in the order of answers' batches, so that no answer waits long. */
export async function markSeen(attemptIds: Iterable<number>, now: Date): Promise<void> {
  const ids = [...attemptIds].sort((a, b) => a - b);
  for (let from = 0; from < ids.length; from += SLICE) {
    await answerPool().query({
      name: "mark-seen",
      text: `with here as (select id from attempts where id = any($1::bigint[]) and state = 'in_progress' order by id for no key update)
        update attempts a set seen_at = $2 from here where a.id = here.id and a.seen_at < $2`,
      values: [ids.slice(from, from + SLICE), now],
    });
  }
}
