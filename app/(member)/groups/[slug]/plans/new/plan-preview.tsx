import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DayText } from "#ui/day-text.tsx";

export type DraftedPlan = Readonly<{
  meetings: readonly Readonly<{
    day: string;
    section: string | null;
    pages: string;
    leader: string | null;
    note: "repeat" | "absent" | null;
  }>[];
  imbalance: number;
  members: number;
}>;

/** The days a plan would have, each with what is read and who leads. */
export function PlanPreview({ drafted }: { drafted: DraftedPlan }): ReactNode {
  const t = useTranslations("groups");
  return (
    <section className="grid gap-3">
      <h2 className="font-display font-semibold text-xl">{t("previewTitle", { count: drafted.meetings.length })}</h2>
      <p className="text-muted">{t("fairPlan", { imbalance: drafted.imbalance, members: drafted.members })}</p>
      <ol className="grid gap-2">
        {drafted.meetings.map(({ day, section, pages, leader, note }) => (
          <li key={day} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b py-2">
            <span className="min-w-0">
              <span className="me-3 text-muted">
                <DayText day={day} />
              </span>
              <span className="wrap-anywhere">{section ?? t("noSection")}</span>
              {pages && <span className="ms-2 text-muted text-sm">{t("pages", { pages })}</span>}
            </span>
            <span className="flex items-center gap-2">
              {note && <Badge tone="amber">{t(`notes.${note}`)}</Badge>}
              {leader ? t("leads", { name: leader }) : t("nobodyLeads")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
