import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";

type Because = "lot" | "absent" | "failed" | "named" | "promoted";

/** Makes a draft a contest of these people alone; who was invited before and is not among them is no longer. */
export async function invitePeople(
  tx: Tx,
  contestId: number,
  people: readonly Readonly<{ personId: number; because: Because }>[],
  now: Date,
): Promise<void> {
  await tx.execute(sql`delete from contest_invited where contest_id = ${contestId}`);
  await tx.execute(sql`
    insert into contest_invited (contest_id, person_id, because, invited_at)
    select ${contestId}, i.person_id, i.because, ${now}
    from unnest(${sql.param(people.map(({ personId }) => personId))}::bigint[], ${sql.param(people.map(({ because }) => because))}::text[])
      as i(person_id, because)`);
  await tx.update(contests).set({ entry: "invited" }).where(eq(contests.id, contestId));
}
