import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PUBLIC_FROM } from "#domain/boards/branch-board.ts";
import type { RaceRules } from "#domain/boards/race.ts";

/** What counts in a race, a sentence each: what is printed is what is reckoned. */
export function RaceRulesList({ rules, withoutLane }: { rules: RaceRules; withoutLane: number }): ReactNode {
  const t = useTranslations("race.rules");
  const { per, itemPoints, contestPoints } = rules;
  const lines = [
    ...(itemPoints > 0 ? [t("item", { points: itemPoints })] : []),
    ...(contestPoints > 0 ? [t("contest", { points: contestPoints })] : []),
    ...[t(`per.${per}`), t("week"), t("heads"), t("small", { from: PUBLIC_FROM, count: withoutLane })],
  ];
  return (
    <ol className="grid list-decimal gap-1.5 ps-6 leading-relaxed marker:text-muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
