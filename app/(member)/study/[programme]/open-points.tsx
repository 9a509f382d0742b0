import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ProgrammePage } from "./item-line.tsx";

/** What one's branch found and has still to do, and what it has done about it. */
export function OpenPoints({ points }: { points: ProgrammePage["openPoints"] }): ReactNode {
  const t = useTranslations("programmes");
  return (
    <ul className="grid gap-3">
      {points.map(({ id, branchName, body, measure, owner, dueAt, closedAt, closingNote, carriedFrom }) => (
        <li key={id} className="grid gap-2 rounded-md border border-line bg-raised p-4">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <p className="min-w-0 flex-1 whitespace-pre-line font-medium">{body}</p>
            <Badge tone={closedAt ? "pine" : "amber"} icon={closedAt ? CircleCheck : CircleDashed}>
              {t(closedAt ? "pointClosed" : "pointOpen")}
            </Badge>
          </div>
          {measure && <p className="whitespace-pre-line text-muted">{t("measure", { measure })}</p>}
          {closedAt && <p className="whitespace-pre-line text-muted">{closingNote}</p>}
          <p className="flex flex-wrap gap-x-4 text-muted text-sm">
            <span>{branchName}</span>
            {owner && <span>{t("pointOwner", { name: owner })}</span>}
            {dueAt && !closedAt && <span>{t.rich("dueOn", { at: () => <TimeText at={dueAt} form="day" /> })}</span>}
            {carriedFrom && <span>{t("carriedFrom", { title: carriedFrom })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
