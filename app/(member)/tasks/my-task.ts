import type { TaskState } from "#domain/tasks/state.ts";

/** One of one's own tasks, as the list has it. */
export type MyTask = Readonly<{
  id: number;
  title: string;
  titleEn: string;
  programme: Readonly<{ title: string; titleEn: string }> | null;
  person: Readonly<{ name: string }> | null;
  branch: Readonly<{ name: string }>;
  dueAt: Date | null;
  doneAt: Date | null;
  state: TaskState;
  link: Readonly<{ kind: string; path: string }> | null;
  mayReport: boolean;
}>;
