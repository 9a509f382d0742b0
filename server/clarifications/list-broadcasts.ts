import { answerPool } from "#server/attempts/answer-pool.ts";
import type { Told } from "#server/boards/live-events.ts";

const MOST = 30;

/** What the organizer told everybody in a contest, newest first; never who asked. */
export async function listBroadcasts(contestId: number): Promise<Told[]> {
  const { rows } = await answerPool().query<[id: string, question: string, answer: string, at: Date]>({
    name: "broadcasts",
    text: `select id, question, answer, answered_at from clarifications where contest_id = $1 and is_broadcast and answer is not null
      order by answered_at desc, id desc limit ${MOST}`,
    values: [contestId],
    rowMode: "array",
  });
  return rows.map(([id, question, answer, at]) => ({ id: Number(id), question, answer, answeredAt: at.toISOString() }));
}
