import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BoardView } from "#domain/contests/rules.ts";
import { ARENA_POINTS, FIRE_AFTER } from "#domain/matches/arena.ts";

/** What counts in an arena, a sentence each: what is printed is what is reckoned (D4.9). */
export function ArenaRules({ perOpponent, view }: { perOpponent: number; view: BoardView }): ReactNode {
  const t = useTranslations("arena.rules");
  const lines = [
    t("who"),
    t("points", { win: ARENA_POINTS, draw: ARENA_POINTS / 2 }),
    t("nothing"),
    t("fire", { after: FIRE_AFTER }),
    t("opponent", { count: perOpponent }),
    ...[t("window"), t("ties"), t("struck"), t(`view.${view}`)],
  ];
  return (
    <ol className="grid list-decimal gap-1.5 ps-6 leading-relaxed marker:text-muted">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
