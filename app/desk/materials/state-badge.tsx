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

/** Whether members can read a text: yes, soon, not yet, no longer. */
export function StateBadge({ state }: { state: MaterialState }): ReactNode {
  const t = useTranslations("materialDesk");
  return <Badge {...looks[state]}>{t(`states.${state}`)}</Badge>;
}
