import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { titleIn } from "#domain/programmes/title-in.ts";
import type { TaskState } from "#domain/tasks/state.ts";
import { Badge, type Tone } from "#ui/badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { SentCounts } from "./heat-cell.tsx";
import { RadarPanel } from "./radar-panel.tsx";

type Titled = Readonly<{ title: string; titleEn: string }>;
type Progress = Readonly<{
  radar: Parameters<typeof RadarPanel>[0]["radar"];
  programmes: readonly (Titled &
    Readonly<{
      slug: string;
      counts: SentCounts;
      items: readonly (Titled & Readonly<{ id: number; isRequired: boolean; state: TaskState; dueAt: Date | null }>)[];
    }>)[];
}>;

const TONES: Readonly<Record<TaskState, Tone>> = {
  done: "pine",
  done_late: "indigo",
  open: "plain",
  overdue: "amber",
  waived: "plain",
  cancelled: "plain",
};

/** One person's study: five sides of all of it, then each programme with its items. */
export function ProgressView({ progress }: { progress: Progress }): ReactNode {
  const t = useTranslations("completion");
  const locale = useLocale();
  if (progress.programmes.length === 0) return <Empty title={t("mine.none")}>{t("mine.noneLead")}</Empty>;
  return (
    <>
      <Section title={t("radar")}>
        <p className="text-muted">{t("radarLead")}</p>
        <RadarPanel radar={progress.radar} />
      </Section>
      {progress.programmes.map((programme) => {
        const due = programme.counts.assigned - programme.counts.waived - programme.counts.cancelled;
        return (
          <Section key={programme.slug} title={titleIn(locale, programme)} aside={t("mine.done", { done: programme.counts.done, due })}>
            <ul>
              {programme.items.map((item) => (
                <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-3">
                  <span className="min-w-0">
                    {titleIn(locale, item)}
                    {!item.isRequired && <span className="ms-2 text-muted text-sm">{t("mine.optional")}</span>}
                  </span>
                  <span className="flex items-center gap-3 text-muted text-sm">
                    {item.dueAt && (item.state === "open" || item.state === "overdue") && (
                      <span>
                        {t("mine.due")} <TimeText at={item.dueAt} form="day" />
                      </span>
                    )}
                    <Badge tone={TONES[item.state]}>{t(`cells.${item.state}`)}</Badge>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
