import type { Db, Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { Refusal } from "#domain/refusal.ts";

/** Whether people may be set against one another here: not in light-burden mode. */
export async function areMatchesOn(db: Db | Tx): Promise<boolean> {
  const [policy] = await db.select({ lightBurden: organisation.lightBurden }).from(organisation);
  return policy?.lightBurden === false;
}

/** Refuses what is only for an organisation that has turned light-burden mode off. */
export async function refuseInLightBurden(tx: Tx): Promise<void> {
  if (!(await areMatchesOn(tx))) throw new Refusal("light-burden");
}
