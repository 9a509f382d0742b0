import { CircleCheck, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Review = Readonly<{ number: number; verdict: "published" | "returned"; reviewer: string | null; note: string; reviewedAt: Date }>;

/** What reviewers said of the versions of a text or a question. */
export function ReviewList({ reviews }: { reviews: readonly Review[] }): ReactNode {
  const t = useTranslations("reviewDesk");
  if (reviews.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ol className="grid">
      {reviews.map(({ number, verdict, reviewer, note, reviewedAt }) => (
        <li key={reviewedAt.toISOString()} className="grid gap-1 border-line border-b py-3">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={verdict === "published" ? "pine" : "amber"} icon={verdict === "published" ? CircleCheck : Undo2}>
              {t(`verdicts.${verdict}`)}
            </Badge>
            {t("version", { number })}
            <span className="text-muted text-sm">
              <TimeText at={reviewedAt} form="dated" /> · {reviewer ?? t("nobody")}
            </span>
          </span>
          {note && <p className="whitespace-pre-line">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
