import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { offices, people } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";
import { takeLock } from "#server/take-lock.ts";

/**
 * Makes a change that could take the last administrator's power, and refuses `last-admin` (undoing it) when nobody would be left
 * (TC5). Changes of this kind wait for each other, so that two administrators cannot remove one another in the same moment.
 */
export async function keepAnAdmin(tx: Tx, field: string | null, change: () => Promise<unknown>): Promise<void> {
  await takeLock(tx, "admins");
  await change();
  const [left] = await tx
    .select({ id: offices.id })
    .from(offices)
    .innerJoin(people, eq(people.id, offices.personId))
    .where(and(eq(offices.office, "admin"), isNull(offices.endedAt), isNull(people.disabledAt)))
    .limit(1);
  if (!left) throw new Refusal("last-admin", field === null ? {} : { field });
}
