import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Medal = "gold" | "silver" | "bronze";

const medals: Record<Medal, string> = {
  gold: "border-gold bg-gold-wash text-gold-ink",
  silver: "border-silver bg-raised text-silver-ink",
  bronze: "border-bronze bg-raised text-bronze-ink",
};
const podium: readonly Medal[] = ["gold", "silver", "bronze"];

/** A place on a board, from 1. The first three wear a ring; everyone else is a number. */
export function RankBadge({ rank }: { rank: number }): ReactNode {
  const t = useTranslations("ranks");
  const medal = podium[rank - 1];
  return (
    <span
      className={classNames(
        "tabular inline-grid h-8 min-w-8 place-items-center rounded-full px-1 font-display leading-none",
        medal ? classNames("border-2 font-bold", medals[medal]) : "text-muted",
      )}
    >
      <span aria-hidden>{rank}</span>
      <span className="sr-only">{t("place", { rank })}</span>
    </span>
  );
}
