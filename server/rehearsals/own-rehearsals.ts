import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";

/** A paper of a rehearsal, as its person knows it. */
export type OwnRehearsal = Readonly<{
  id: number;
  number: number;
  state: AttemptState;
  startedAt: Date;
  endsAt: Date;
  finishedAt: Date | null;
}>;
type Row = { id: string; number: number; state: AttemptState; started_at: Date; ends_at: Date; finished_at: Date | null };

/** The papers a person has had in the rehearsal of a contest, in their order. */
export async function listOwnRehearsals(db: Db | Tx, contestId: number, personId: number): Promise<OwnRehearsal[]> {
  const { rows } = await db.execute<Row>(sql`
    select a.id, r.number, a.state, a.started_at, a.ends_at, a.finished_at from rehearsals r join attempts a on a.id = r.attempt_id
    where r.contest_id = ${contestId} and r.person_id = ${personId} order by r.number`);
  return rows.map((row) => ({
    ...{ id: Number(row.id), number: row.number, state: row.state },
    ...{ startedAt: new Date(row.started_at), endsAt: new Date(row.ends_at) },
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
  }));
}
