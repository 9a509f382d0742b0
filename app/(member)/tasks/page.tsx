import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { countMyTasks } from "#server/tasks/count-my-tasks.ts";
import { listMyFlags } from "#server/tasks/list-my-flags.ts";
import { listMyTasks } from "#server/tasks/list-my-tasks.ts";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { FlagCard } from "./flag-card.tsx";
import type { MyTask } from "./my-task.ts";
import { TaskCard } from "./task-card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

/** What one owes: what is over first, then by when it is due; the tasks of one's unit; what is done. */
export default async function TasksPage(): Promise<ReactNode> {
  const [t, { now }, { open, done, units }, { left, overdue }, { flags }] = await Promise.all([
    getTranslations("tasks"),
    pageContext(),
    ask(listMyTasks),
    ask(countMyTasks),
    ask(listMyFlags),
  ]);
  const groups = [
    { name: "overdue", tasks: open.filter(({ state }) => state === "overdue") },
    { name: "soon", tasks: open.filter(({ state, dueAt }) => state === "open" && dueAt !== null) },
    { name: "undated", tasks: open.filter(({ state, dueAt }) => state === "open" && dueAt === null) },
    { name: "units", tasks: units },
  ];
  return (
    <Page title={t("title")} lead={overdue > 0 ? t("leadOverdue", { left, overdue }) : t("lead", { left })}>
      {flags.length > 0 && (
        <Section title={t("flags")}>
          <div className="grid gap-3">
            {flags.map((flag) => (
              <FlagCard key={flag.id} flag={flag} />
            ))}
          </div>
        </Section>
      )}
      {groups.map(({ name, tasks }) => (
        <Group key={name} title={t(name)} tasks={tasks} now={now} />
      ))}
      {open.length + units.length === 0 && (
        <Empty title={t(done.length > 0 ? "allDone" : "empty")} icon={CircleCheck}>
          {t("emptyHint")}
        </Empty>
      )}
      <Group title={t("done")} tasks={done} now={now} />
    </Page>
  );
}

function Group({ title, tasks, now }: { title: string; tasks: readonly MyTask[]; now: Date }): ReactNode {
  if (tasks.length === 0) return null;
  return (
    <Section title={title} aside={<span className="tabular text-muted">{tasks.length}</span>}>
      <div className="grid gap-3">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} now={now} />
        ))}
      </div>
    </Section>
  );
}
