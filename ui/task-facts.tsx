import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskState } from "#domain/tasks/state.ts";
import { TaskBadge } from "./task-badge.tsx";
import { TimeText } from "./time-text.tsx";

type Facts = Readonly<{
  person: Readonly<{ name: string }> | null;
  branch: Readonly<{ name: string }>;
  programme: Readonly<{ title: string; titleEn: string }> | null;
  createdBy: string | null;
  dueAt: Date | null;
  waiverReason: string;
  state: TaskState;
}>;

/** Who owes a task, until when, from whom it is and how it stands. */
export function TaskFacts({ task }: { task: Facts }): ReactNode {
  const t = useTranslations("tasks");
  const isEnglish = useLocale() === "en";
  const { person, branch, programme, createdBy, dueAt, waiverReason, state } = task;
  const lines: [string, ReactNode][] = [
    [t("state"), <TaskBadge key="state" state={state} />],
    [t("owner"), person ? `${person.name} · ${branch.name}` : t("unitOwner", { branch: branch.name })],
    [t("dueLabel"), dueAt ? <TimeText key="due" at={dueAt} form="dated" /> : t("noDue")],
  ];
  if (programme) lines.push([t("programme"), (isEnglish && programme.titleEn) || programme.title]);
  if (createdBy) lines.push([t("issuer"), createdBy]);
  if (waiverReason) lines.push([t("waiver"), waiverReason]);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 [&>dt]:text-muted">
      {lines.map(([name, value]) => (
        <div key={name} className="contents [&>dt]:text-muted">
          <dt>{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
