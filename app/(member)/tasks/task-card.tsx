import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";
import { TaskBadge } from "#ui/task-badge.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";
import type { MyTask } from "./my-task.ts";

/** The moment that matters of a task, in words. */
function When({ task, now }: { task: MyTask; now: Date }): ReactNode {
  const t = useTranslations("tasks");
  const { state, dueAt, doneAt } = task;
  const at = (moment: Date) => () => <TimeText at={moment} form={windowForm(moment, now)} />;
  if (doneAt) return t.rich("doneAt", { at: at(doneAt) });
  if (!dueAt) return t("noDue");
  return t.rich(state === "overdue" ? "wasDue" : "due", { at: at(dueAt) });
}

/** One task: where it leads, what it belongs to, and when it is due. */
export function TaskCard({ task, now }: { task: MyTask; now: Date }): ReactNode {
  const t = useTranslations("tasks");
  const isEnglish = useLocale() === "en";
  const { id, title, titleEn, programme, branch, person, link, state, mayReport } = task;
  const of = programme ? (isEnglish && programme.titleEn) || programme.title : t("adHoc");
  return (
    <LinkCard
      href={mayReport || !link ? `/tasks/${id}` : link.path}
      title={(isEnglish && titleEn) || title}
      lead={
        <span className="flex flex-wrap gap-x-3">
          <span>{person ? of : branch.name}</span>
          <span>
            <When task={task} now={now} />
          </span>
        </span>
      }
      aside={state === "open" ? link && <span className="text-seal">{t(`go.${link.kind}`)}</span> : <TaskBadge state={state} />}
    />
  );
}
