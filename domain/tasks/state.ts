/** What a task's row says of its end; at most one of the three is set. */
export type TaskEnd = Readonly<{ dueAt: Date | null; doneAt: Date | null; waivedAt: Date | null; cancelledAt: Date | null }>;

export const TASK_STATES = ["open", "overdue", "done", "done_late", "waived", "cancelled"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** How a task stands. The moment it is due still counts as in time. */
export function stateOf({ dueAt, doneAt, waivedAt, cancelledAt }: TaskEnd, now: Date): TaskState {
  if (cancelledAt) return "cancelled";
  if (waivedAt) return "waived";
  if (doneAt) return dueAt && doneAt > dueAt ? "done_late" : "done";
  return dueAt && now > dueAt ? "overdue" : "open";
}
