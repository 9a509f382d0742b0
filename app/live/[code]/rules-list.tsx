import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LOBBY_DAYS } from "#domain/games/game-clock.ts";
import type { GameRules } from "#domain/games/rules.ts";

/** The rules as a game plays by them, every one that applies. */
export function RulesList({ rules, percent = 100 }: { rules: GameRules; percent?: number }): ReactNode {
  const t = useTranslations("live.rules");
  const lines = [
    t(rules.mode),
    t("window", { seconds: rules.windowMs / 1_000 }),
    t(rules.allowChange ? "change" : "first"),
    ...(rules.autoClose ? [t("autoClose")] : []),
    ...(rules.mode === "accuracy" ? [] : [t("streak")]),
    ...(rules.team === "none" ? [] : [t(rules.team)]),
    t("line"),
    t("factor"),
    ...(percent > 100 ? [t("yourFactor", { percent })] : []),
    t("late"),
    t(rules.names),
    t("idle", { hours: Math.round(rules.idleMs / 360_000) / 10, days: LOBBY_DAYS }),
  ];
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t("title")}</h2>
      <ul className="grid list-disc gap-1 ps-5 text-muted text-sm">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
