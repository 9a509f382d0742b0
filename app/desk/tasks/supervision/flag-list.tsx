import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Flag = Readonly<{
  id: number;
  branch: Readonly<{ name: string }>;
  programme: Readonly<{ title: string }> | null;
  reason: string;
  raisedAt: Date;
  notes: number;
  closedAt: Date | null;
}>;

/** Branches that were told to catch up: what is open first, then the history. */
export function FlagList({ flags }: { flags: readonly Flag[] }): ReactNode {
  const [t, tFlags] = [useTranslations("taskDesk"), useTranslations("flags")];
  if (flags.length === 0) return <p className="text-muted">{t("noFlags")}</p>;
  return (
    <div className="grid gap-3">
      {flags.map(({ id, branch, programme, reason, raisedAt, notes, closedAt }) => (
        <LinkCard
          key={id}
          href={`/tasks/flags/${id}`}
          title={`${branch.name}${programme ? ` · ${programme.title}` : ""}`}
          lead={
            <span className="flex flex-wrap gap-x-3">
              <span className="wrap-anywhere">{reason}</span>
              <TimeText at={raisedAt} form="day" />
              <span>{tFlags("noteCount", { notes })}</span>
            </span>
          }
          aside={<Badge tone={closedAt ? "pine" : "amber"}>{tFlags(closedAt ? "isClosed" : "isOpen")}</Badge>}
        />
      ))}
    </div>
  );
}
