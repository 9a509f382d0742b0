import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { namesAccessOf } from "#server/completion/name-access.ts";
import { blankable, idSchema, reasonSchema } from "#server/input-schemas.ts";
import { NAMELESS } from "#server/tasks/list-tasks.ts";
import { taskIdsSchema } from "#server/tasks/many-tasks.ts";
import { filtered, ofPersonCalled, personFilter, taskFilter } from "#server/tasks/task-filter.ts";
import { command, noSubject } from "#server/verb.ts";
import { remind } from "./remind.ts";
import { findReminderRules } from "./reminder-rules.ts";
import { withinReport } from "./within-report.ts";

/** Where reports carry no names, looking for a person finds what the ledger shows row by row: reminding by name would tell how it stands. */
const shownOf = async (tx: Tx, viewer: Member, q: string | undefined, now: Date) =>
  q !== undefined && (await namesAccessOf(tx, viewer, now)) === "aggregate" ? NAMELESS : sql``;

/**
 * Reminds everybody within the viewer's reach who still owes what is named, once a day each. The reply holds numbers alone, so that
 * it may be given where reports carry no names.
 */
export const sendReminders = command({
  at: "POST /api/desk/reminders",
  input: z.strictObject({
    ...{ ...taskFilter, ...personFilter, taskIds: taskIdsSchema.optional(), reason: reasonSchema },
    /** Of the programme, as its reports are narrowed. */
    audience: blankable(idSchema),
    module: blankable(idSchema),
  }),
  output: z.object({ reminded: z.number(), alreadyToday: z.number(), deferredUntil: z.date().nullable() }),
  door: "desk",
  load: noSubject,
  may: can.seeTasks,
  async run(tx, _subject, { taskIds, reason, audience, module, ...filter }, context) {
    const { viewer, now } = context;
    // Whose name was looked for is not kept.
    const { q: _, ...rest } = filter;
    const chosen = taskIds ? sql` and t.id = any(${sql.param(taskIds)}::bigint[])` : sql``;
    const narrowed = await withinReport(tx, { programmeId: filter.programmeId, audience, module });
    const called = sql`${await ofPersonCalled(tx, filter.q)}${await shownOf(tx, viewer, filter.q, now)}`;
    const where = sql`${filtered(viewer, filter, now)} and ${called} and ${narrowed}${chosen}`;
    const done = await remind(tx, { where, by: viewer.personId, now, rules: await findReminderRules(tx) });
    await writeAudit(tx, {
      ...{ context, action: "reminder.send", object: "reminder", objectId: null, branchId: filter.branchId ?? viewer.offices[0]?.branchId },
      reason,
      after: {
        ...rest,
        audience,
        module,
        ...(taskIds && { tasks: taskIds.length }),
        reminded: done.reminded,
        alreadyToday: done.alreadyToday,
      },
    });
    return done;
  },
});
