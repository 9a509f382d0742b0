import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { type ReminderPolicy, reminderPolicySchema } from "#domain/tasks/reminders.ts";

export type ReminderRules = ReminderPolicy & Readonly<{ lightBurden: boolean }>;

/** How this organisation wants people to be reminded. */
export async function findReminderRules(db: Db | Tx): Promise<ReminderRules> {
  const { lightBurden, policies } = organisation;
  const [found] = await db.select({ lightBurden, policies }).from(organisation).where(eq(organisation.id, 1));
  return { ...reminderPolicySchema.parse(found?.policies ?? {}), lightBurden: found?.lightBurden ?? true };
}
