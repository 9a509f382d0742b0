import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { listProgrammes } from "#server/programmes/list-programmes.ts";
import type { Verb } from "#server/verb.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { Said } from "./said.tsx";

type Listed = (typeof listProgrammes extends Verb<infer Value> ? Value : never)["programmes"][number];

/** One of one's own programmes: how far one is and what is due next. */
export function ProgrammeCard({ programme }: { programme: Listed }): ReactNode {
  const t = useTranslations("programmes");
  const { slug, done, total, overdue, nextDueAt, state, opensAt } = programme;
  const isDone = total > 0 && done === total;
  return (
    <LinkCard
      href={`/study/${slug}`}
      title={<Said of={programme} />}
      lead={
        <div className="grid gap-2">
          <ProgressBar done={done} total={total} />
          <p className="flex flex-wrap gap-x-4">
            {isDone && <span className="text-pine">{t("allDone")}</span>}
            {overdue > 0 && <span className="font-medium text-seal">{t("overdueCount", { count: overdue })}</span>}
            {!isDone && nextDueAt && <span>{t.rich("nextDue", { at: () => <TimeText at={nextDueAt} form="day" /> })}</span>}
            {state === "coming" && <span>{t.rich("opensOn", { at: () => <TimeText at={opensAt} form="day" /> })}</span>}
          </p>
        </div>
      }
      aside={state === "over" ? <Badge>{t("states.over")}</Badge> : undefined}
    />
  );
}
