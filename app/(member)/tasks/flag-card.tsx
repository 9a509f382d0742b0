import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Flag = Readonly<{ id: number; branch: Readonly<{ name: string }>; reason: string; raisedAt: Date }>;

/** A unit one answers for was asked to catch up. */
export function FlagCard({ flag }: { flag: Flag }): ReactNode {
  const t = useTranslations("tasks");
  return (
    <LinkCard
      href={`/tasks/flags/${flag.id}`}
      title={t("flagLead", { branch: flag.branch.name, reason: flag.reason })}
      lead={t.rich("flagSince", { at: () => <TimeText at={flag.raisedAt} form="day" /> })}
      mark={<TriangleAlert aria-hidden className="size-6 flex-none text-amber" />}
    />
  );
}
