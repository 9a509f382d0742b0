import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { meetingDecisions } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { giveNotice } from "#server/notices/give-notice.ts";

const LONGEST_TITLE = 120;
const LONGEST_BODY = 4_000;

const titleOf = (body: string): string => {
  const line = [...(body.split("\n")[0] ?? "")];
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).join("")}…` : line.join("");
};

/**
 * Makes a task of every decision that has an owner and none yet; the owner is told. Done when both have signed, and at the latest when the
 * record is locked: until then a decision may still be worded otherwise. Doing it again makes nothing twice.
 */
export async function makeDecisionTasks(tx: Tx, meeting: { id: number; title: string }, now: Date): Promise<number> {
  const { id, body, dueAt, createdBy, ownerId } = meetingDecisions;
  const waiting = await tx
    .select({ id, body, dueAt, createdBy, ownerId, branchId: people.branchId })
    .from(meetingDecisions)
    .innerJoin(people, eq(people.id, ownerId))
    .where(
      and(
        eq(meetingDecisions.meetingId, meeting.id),
        isNull(meetingDecisions.deletedAt),
        isNull(meetingDecisions.taskId),
        isNotNull(ownerId),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(id)
    .for("update", { of: meetingDecisions });
  for (const decision of waiting) {
    const title = titleOf(decision.body);
    const task = {
      title,
      body: `${meeting.title}\n${decision.body}`.slice(0, LONGEST_BODY),
      personId: decision.ownerId,
      branchId: decision.branchId,
      dueAt: decision.dueAt,
      createdBy: decision.createdBy,
      createdAt: now,
    };
    const [made] = await tx.insert(tasks).values(task).returning({ id: tasks.id });
    const taskId = made?.id ?? 0;
    await tx.update(meetingDecisions).set({ taskId }).where(eq(id, decision.id));
    const notice = { kind: "task-assigned", params: { title }, path: `/tasks/${taskId}`, now, dedupe: `task-assigned ${taskId}` };
    await giveNotice(tx, { personIds: [decision.ownerId as number], ...notice });
  }
  return waiting.length;
}
