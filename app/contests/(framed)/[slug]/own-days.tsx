import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "#ui/day-text.tsx";
import { Section } from "#ui/page.tsx";
import type { ContestPage } from "./entry-panel.tsx";

type Days = NonNullable<ContestPage["days"]>;

/** In a contest of days: on how many of them one has handed something in, and which they were. */
export function OwnDays({ days: { count, best, done } }: { days: Days }): ReactNode {
  const t = useTranslations("contests.days");
  return (
    <Section title={t("title")}>
      <p className="tabular">
        {t("done", { done: done.length, count })}
        {best !== null && best < count && ` ${t("best", { best })}`}
      </p>
      {done.length > 0 && (
        <ol className="flex flex-wrap gap-x-5 gap-y-1.5">
          {done.map((day) => (
            <li key={day} className="flex items-center gap-1.5">
              <Check aria-hidden className="size-4 text-seal" />
              <DayText day={day} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
