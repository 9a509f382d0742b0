import { useFormatter, useTranslations } from "next-intl";
import { PUBLIC_FROM } from "#domain/boards/branch-board.ts";
import { kindOf } from "#domain/contests/format.ts";
import type { ContestRules as Rules } from "#domain/contests/rules.ts";

const TEAM_ORDERS = { standard: "order", daily: "orderOfDays", survival: "order", ioi: "orderOfDays", icpc: "orderOfPenalty" } as const;

/** How teams are made, scored, ordered and fixed (D4). */
export function useTeamLines({ team, format }: Rules): string[] {
  const t = useTranslations("rules.team");
  if (!team) return [];
  const { min, max, substitutes, branches, play, score, topN, fixed } = team;
  return [
    ...[t("size", { min, max, substitutes }), t(`branches.${branches}`), t(`play.${play}`)],
    ...(play === "everyone" ? [t(`score.${score}`, { n: topN })] : []),
    ...[t(TEAM_ORDERS[kindOf({ format })]), t(`fixed.${fixed}`), t("later")],
  ];
}

export function useDivisionLines({ divisions }: Rules): string[] {
  const t = useTranslations("rules.divisions");
  const format = useFormatter();
  if (!divisions) return [];
  return [t("names", { names: format.list(divisions.names) }), t(divisions.by)];
}

/** Who goes on to the next stage. */
export function usePromotionLines({ promotion }: Rules): string[] {
  const t = useTranslations("rules.promotion");
  const format = useFormatter();
  if (!promotion) return [];
  const quotas = (["perBranch", "perDivision", "top", "fillTo"] as const)
    .filter((name) => promotion[name] > 0)
    .map((name) => t(name, { count: promotion[name] }));
  const points = format.number(promotion.minScore / 1_000, { maximumFractionDigits: 3, useGrouping: false });
  return [
    ...quotas,
    ...(promotion.minScore > 0 ? [t("minScore", { points })] : []),
    t(`ties.${promotion.ties}`),
    ...(promotion.reserve > 0 ? [t("reserve", { count: promotion.reserve })] : []),
    t("snapshot"),
  ];
}

/** Who gets which award. */
export function useAwardLines({ awards, team }: Rules): string[] {
  const t = useTranslations("rules.awards");
  if (!awards) return [];
  const { medals, perDivision, members, organisation } = awards;
  return [
    ...medals.map(({ medal, by, number }) => t(by, { medal: t(`medal.${medal}`), number })),
    ...(medals.length > 0 ? [t("ties")] : []),
    ...(perDivision ? [t("perDivision")] : []),
    ...(team && medals.length > 0 ? [t(`members.${members}`)] : []),
    ...(organisation ? [t("organisation", { percent: organisation.percent, most: organisation.most ?? 0, from: PUBLIC_FROM })] : []),
  ];
}
