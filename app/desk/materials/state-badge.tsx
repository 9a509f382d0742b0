import { CircleCheck, CircleDashed, CircleSlash, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";

const looks = {
  published: { tone: "pine", icon: CircleCheck },
  in_review: { tone: "indigo", icon: Hourglass },
  unpublished: { tone: "plain", icon: CircleDashed },
  archived: { tone: "amber", icon: CircleSlash },
} as const;

export type MaterialState = keyof typeof looks;

/** Whether members can read a text: yes, soon, not yet, no longer; and whether a newer wording of it waits. */
export function StateBadge({ state, waits = false }: { state: MaterialState; waits?: boolean }): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge {...looks[state]}>{t(`states.${state}`)}</Badge>
      {waits && state !== "in_review" && <Badge {...looks.in_review}>{t("newWaits")}</Badge>}
    </span>
  );
}
