import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { REVIEW_CAUSES } from "#domain/reviews/causes.ts";
import { TimeText } from "#ui/time-text.tsx";

/** How often a question was wrong, where it came from and when it was last wrong. */
export function CardFacts({
  wrongCount,
  wrongAt,
  cause,
  children,
}: {
  wrongCount: number;
  wrongAt: Date | null;
  cause: (typeof REVIEW_CAUSES)[number];
  children?: ReactNode;
}): ReactNode {
  const t = useTranslations("review");
  return (
    <span className="tabular flex flex-wrap gap-x-3">
      <span>{wrongCount === 0 ? t("starred") : t("wrongTimes", { count: wrongCount })}</span>
      {wrongCount > 0 && <span>{t(`causes.${cause}`)}</span>}
      {wrongAt && <span>{t.rich("wrongAt", { time: () => <TimeText at={wrongAt} form="day" /> })}</span>}
      {children}
    </span>
  );
}
