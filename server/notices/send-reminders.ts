import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { taskIdsSchema } from "#server/tasks/many-tasks.ts";
import { filtered, taskFilter } from "#server/tasks/task-filter.ts";
import { command, noSubject } from "#server/verb.ts";
import { remind } from "./remind.ts";
import { findReminderRules } from "./reminder-rules.ts";

const { programmeId, itemId, branchId, kind, overdue } = taskFilter;

/**
 * Reminds everybody within the viewer's reach who still owes what is named, once a day each. The reply holds numbers alone, so that
 * it may be given where reports carry no names.
 */
export const sendReminders = command({
  at: "POST /api/desk/reminders",
  input: z.strictObject({ programmeId, itemId, branchId, kind, overdue, taskIds: taskIdsSchema.optional(), reason: reasonSchema }),
  output: z.object({ reminded: z.number(), alreadyToday: z.number(), deferredUntil: z.date().nullable() }),
  door: "desk",
  load: noSubject,
  may: can.seeTasks,
  async run(tx, _subject, { taskIds, reason, ...filter }, context) {
    const { viewer, now } = context;
    const chosen = taskIds ? sql` and t.id = any(${sql.param(taskIds)}::bigint[])` : sql``;
    const where = sql`${filtered(viewer, filter, now)}${chosen}`;
    const done = await remind(tx, { where, by: viewer.personId, now, rules: await findReminderRules(tx) });
    await writeAudit(tx, {
      ...{ context, action: "reminder.send", object: "reminder", objectId: null, branchId: filter.branchId ?? viewer.offices[0]?.branchId },
      reason,
      after: { ...filter, ...(taskIds && { tasks: taskIds.length }), reminded: done.reminded, alreadyToday: done.alreadyToday },
    });
    return done;
  },
});
