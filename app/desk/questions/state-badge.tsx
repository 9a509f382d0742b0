import { CircleCheck, CircleDashed, CircleSlash, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";

const looks = {
  draft: { tone: "plain", icon: CircleDashed },
  in_review: { tone: "amber", icon: Hourglass },
  published: { tone: "pine", icon: CircleCheck },
  retired: { tone: "plain", icon: CircleSlash },
} as const;

export type QuestionState = keyof typeof looks;

/** Where a question stands; a draft whose older version is still asked says so. */
export function StateBadge({ state, inUse }: { state: QuestionState; inUse: boolean }): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge {...looks[state]}>{t(`states.${state}`)}</Badge>
      {inUse && state !== "published" && (
        <Badge tone="pine" icon={CircleCheck}>
          {t("olderInUse")}
        </Badge>
      )}
    </span>
  );
}
