import { ClipboardList } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";

type Left = Readonly<{ left: number; overdue: number; nextDueAt: Date | null }>;

/** How much is left to do and when the next of it is due; leads to the list. */
export function TasksLeft({ tasks, now }: { tasks: Left; now: Date }): ReactNode {
  const t = useTranslations("tasks.home");
  const format = useFormatter();
  const { left, overdue, nextDueAt } = tasks;
  return (
    <LinkCard
      level={2}
      href="/tasks"
      title={overdue > 0 ? t("overdueTitle", { left, overdue }) : t("title", { left })}
      lead={nextDueAt ? t("next", { when: format.relativeTime(nextDueAt, now) }) : t("see")}
      mark={<ClipboardList aria-hidden className={`size-6 flex-none ${overdue > 0 ? "text-amber" : "text-muted"}`} />}
    />
  );
}
