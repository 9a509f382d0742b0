import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { getResult } from "#server/attempts/get-result.ts";
import type { Verb } from "#server/verb.ts";
import { Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Correction = (typeof getResult extends Verb<infer Value> ? Value : never)["corrections"][number];

/** What was changed of this result after it was marked: which question, from how much to how much, by what, why, when. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }): ReactNode {
  const t = useTranslations("results");
  const ruled = useTranslations("rulings");
  if (corrections.length === 0) return null;
  return (
    <Section title={t("corrections")}>
      <ol className="grid gap-3">
        {corrections.map(({ slot, milliBefore, milliAfter, cause, kind, reason, at }) => (
          <li
            key={`${slot}-${at.getTime()}`}
            className="grid gap-1 rounded-md border border-line border-s-3 border-s-indigo bg-raised px-4 py-3"
          >
            <p className="tabular font-medium">
              {milliBefore === milliAfter
                ? t("correctionOfTries", { number: slot + 1, points: pointsText(milliAfter) })
                : t("correction", { number: slot + 1, before: pointsText(milliBefore), after: pointsText(milliAfter) })}
            </p>
            <p className="flex flex-wrap gap-x-3 text-muted text-sm">
              <span>{kind ? ruled(`kinds.${kind}`) : t(`was.${cause}`)}</span>
              <TimeText at={at} />
            </p>
            {reason && <p className="wrap-anywhere text-sm">{reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
