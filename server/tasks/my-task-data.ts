import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contacts, notices, reminders } from "#db/schema/notices.ts";
import { branchFlagNotes, taskEvidence } from "#db/schema/tasks.ts";

/** What the ledger, the notices and the reminders keep about oneself, for the own export. */
export async function myTaskData(db: Db, personId: number) {
  const { rows: tasks } = await db.execute<Record<string, unknown>>(sql`
    select coalesce(i.title, t.title) as title, p.title as programme, t.body, t.due_at as "dueAt", t.created_at as "createdAt",
      t.done_at as "doneAt", t.waived_at as "waivedAt", t.waiver_reason as "waiverReason", t.cancelled_at as "cancelledAt"
    from tasks t left join programme_items i on i.id = t.item_id left join programmes p on p.id = t.programme_id
    where t.person_id = ${personId} order by t.id`);
  const { taskId, kind, body, createdAt } = taskEvidence;
  const notice = { kind: notices.kind, params: notices.params, createdAt: notices.createdAt, readAt: notices.readAt };
  const note = { flagId: branchFlagNotes.flagId, body: branchFlagNotes.body, createdAt: branchFlagNotes.createdAt };
  return {
    tasks,
    evidence: await db
      .select({ taskId, kind, body, createdAt })
      .from(taskEvidence)
      .where(eq(taskEvidence.personId, personId))
      .orderBy(asc(taskEvidence.id)),
    flagNotes: await db.select(note).from(branchFlagNotes).where(eq(branchFlagNotes.personId, personId)),
    notices: await db.select(notice).from(notices).where(eq(notices.personId, personId)).orderBy(asc(notices.id)),
    reminders: await db
      .select({ day: reminders.day, remindedAt: reminders.remindedAt, tasks: reminders.tasks })
      .from(reminders)
      .where(eq(reminders.personId, personId)),
    contacts: await db
      .select({ email: contacts.email, wantsEmail: contacts.wantsEmail, savedAt: contacts.savedAt })
      .from(contacts)
      .where(eq(contacts.personId, personId)),
  };
}
