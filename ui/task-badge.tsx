import { CircleCheck, CircleDashed, CircleSlash, Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskState } from "#domain/tasks/state.ts";
import { Badge, type Tone } from "./badge.tsx";

const looks: Readonly<Record<TaskState, { tone: Tone; icon: typeof Clock }>> = {
  open: { tone: "indigo", icon: CircleDashed },
  overdue: { tone: "amber", icon: TriangleAlert },
  done: { tone: "pine", icon: CircleCheck },
  done_late: { tone: "pine", icon: Clock },
  waived: { tone: "plain", icon: CircleSlash },
  cancelled: { tone: "plain", icon: CircleSlash },
};

/** How a task stands, in an icon and a word. */
export function TaskBadge({ state }: { state: TaskState }): ReactNode {
  const t = useTranslations("tasks");
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`states.${state}`)}
    </Badge>
  );
}
