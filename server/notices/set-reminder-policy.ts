import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { organisation } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { reminderPolicySchema } from "#domain/tasks/reminders.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { flagSchema, reasonSchema } from "#server/input-schemas.ts";
import { command, noSubject } from "#server/verb.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

async function lockPolicies(tx: Tx): Promise<Record<string, unknown>> {
  const { policies } = organisation;
  const [found] = await tx.select({ policies }).from(organisation).where(eq(organisation.id, 1)).for("update");
  if (!found) throw new Refusal("not-found");
  return found.policies;
}

/** Sets when people are left alone, and whether and how early the house reminds by itself. A box left unticked means no. */
export const setReminderPolicy = command({
  at: "POST /api/desk/policy/reminders",
  input: z.strictObject({
    from: clock,
    to: clock,
    autoReminders: flagSchema.default(false),
    remindBeforeDays: z.coerce.number().int().min(0).max(30),
    reason: reasonSchema,
  }),
  output: z.object({ changed: z.array(z.string()) }),
  door: "desk",
  load: noSubject,
  may: can.setPolicy,
  async run(tx, _subject, { from, to, reason, ...wishes }, context) {
    const policies = await lockPolicies(tx);
    const { before, after } = changesBetween(reminderPolicySchema.parse(policies), { ...wishes, quietHours: { from, to } });
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    await tx
      .update(organisation)
      .set({ policies: { ...policies, ...after } })
      .where(eq(organisation.id, 1));
    await writeAudit(tx, { context, action: "organisation.policy", object: "organisation", objectId: 1, before, after, reason });
    return { changed };
  },
});
