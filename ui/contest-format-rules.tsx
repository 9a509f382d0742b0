import { useFormatter, useTranslations } from "next-intl";
import { ANSWER_GRACE_MS } from "#domain/attempts/judged.ts";
import { daysOfWindow } from "#domain/contests/days.ts";
import { judgedFormatOf, kindOf } from "#domain/contests/format.ts";
import { fullMarksOf } from "#domain/contests/full-marks.ts";
import type { ContestRules as Rules } from "#domain/contests/rules.ts";
import { spanOf } from "./span-of.ts";

type Printed = Readonly<{ opensAt: Date; closesAt: Date; worth: number }>;

/** How often one may try and what of it counts, by the format (D4). Speaks the namespace `rules`. */
export function useTryLines(rules: Rules, { opensAt, closesAt, worth }: Printed): string[] {
  const t = useTranslations("rules");
  const format = useFormatter();
  const points = (milli: number): string => format.number(milli / 1_000, { maximumFractionDigits: 3, useGrouping: false });
  if (rules.format?.kind === "daily") {
    const { perDay, bestDays } = rules.format;
    const days = daysOfWindow(opensAt, closesAt);
    const full = points(fullMarksOf({ rules, opensAt, closesAt }, worth));
    return [
      ...[t("daily.tries", { count: perDay }), t("daily.day"), t("daily.best")],
      bestDays === null || bestDays >= days ? t("daily.allDays", { days, full }) : t("daily.bestDays", { days, best: bestDays, full }),
    ];
  }
  const attempts = judgedFormatOf(rules) ? "judged.attempts" : "attempts";
  return [t(attempts, { count: rules.attempts }), ...(rules.attempts > 1 ? [t(`counts.${rules.counts}`)] : [])];
}

/** How answers are judged at once, where they are (D4.3–D4.5). Speaks the namespace `rules`. */
export function useJudgedLines(rules: Rules): string[] {
  const t = useTranslations("rules");
  const format = judgedFormatOf(rules);
  if (format === null) return [];
  if (format.kind === "survival") {
    const grace = ANSWER_GRACE_MS / 1_000;
    return [
      ...[t("survival.order"), t("survival.clock", { ...spanOf(format.perQuestionMs), grace })],
      ...[t("survival.lives", { lives: format.lives }), t("survival.wrong"), t("judged.told")],
    ];
  }
  const own = format.kind === "ioi" ? [t("ioi.best")] : [t("icpc.whole"), t("icpc.penalty", spanOf(format.penaltyMs))];
  return [t("judged.tries", { tries: format.tries }), t("judged.fewer"), ...own, t("judged.told"), t("judged.failures")];
}

const ORDERS = { standard: "order", daily: "daily.order", survival: "order", ioi: "ioi.order", icpc: "icpc.order" } as const;

/** In what order people stand, by the format. Speaks the namespace `rules`. */
export function useOrderLines(rules: Rules): string[] {
  const t = useTranslations("rules");
  const isShared = rules.format?.kind === "ioi" && rules.format.ties === "shared";
  return [t(isShared ? "ioi.orderShared" : ORDERS[kindOf(rules)]), t("ties")];
}
