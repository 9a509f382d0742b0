import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskState } from "#domain/tasks/state.ts";
import { DataTable } from "#ui/table.tsx";
import { TaskBadge } from "#ui/task-badge.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Titled = Readonly<{ title: string; titleEn: string }>;
export type LedgerTask = Titled &
  Readonly<{
    id: number;
    programme: Titled | null;
    person: Readonly<{ name: string }> | null;
    branch: Readonly<{ id: number; name: string }>;
    dueAt: Date | null;
    state: TaskState;
  }>;

type Props = { tasks: readonly LedgerTask[]; caption: string; empty: ReactNode; chooses?: boolean };

/** Tasks, one a row. `chooses`: each with a box to tick, for what is done to many at once. */
export function TaskTable({ tasks, caption, empty, chooses = false }: Props): ReactNode {
  const [t, tTasks, isEnglish] = [useTranslations("taskDesk"), useTranslations("tasks"), useLocale() === "en"];
  const titleOf = ({ title, titleEn }: Titled) => (isEnglish && titleEn) || title;
  const choice = {
    key: "choose",
    head: t("choose"),
    bare: true as const,
    cell: (task: LedgerTask) => (
      <label className="-my-2 grid size-11 place-items-center">
        <span className="sr-only">{t("chooseOne", { title: titleOf(task), owner: task.person?.name ?? task.branch.name })}</span>
        <input type="checkbox" name="taskIds" value={task.id} className="size-5 accent-seal" />
      </label>
    ),
  };
  return (
    <DataTable
      caption={caption}
      rows={tasks}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        ...(chooses ? [choice] : []),
        {
          key: "title",
          head: t("task"),
          main: true,
          cell: (task) => (
            <span className="grid">
              <Link
                href={`/desk/tasks/${task.id}`}
                className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline"
              >
                {titleOf(task)}
              </Link>
              {task.programme && <span className="-mt-2 font-normal text-muted text-sm">{titleOf(task.programme)}</span>}
            </span>
          ),
        },
        { key: "owner", head: tTasks("owner"), cell: ({ person }) => person?.name ?? t("wholeUnit") },
        { key: "branch", head: tTasks("branch"), cell: ({ branch }) => branch.name },
        { key: "due", head: tTasks("dueLabel"), cell: ({ dueAt }) => (dueAt ? <TimeText at={dueAt} form="dated" /> : tTasks("noDue")) },
        { key: "state", head: tTasks("state"), bare: true, cell: ({ state }) => <TaskBadge state={state} /> },
      ]}
    />
  );
}
