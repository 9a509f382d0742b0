import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MatchView } from "./match-view.ts";

/** What a seat is called: nobody's name is shown, not even to those one plays with. */
export function useSeatName({ size, seat: own }: Pick<MatchView, "size" | "seat">): (seat: number) => string {
  const t = useTranslations("duel");
  return (seat) => (seat === own ? t("you") : size === 2 ? t("other") : t("seat", { number: seat + 1 }));
}

/** How many each has right so far, oneself first. Questions that are over alone are counted. */
export function Seats({ match }: { match: MatchView }): ReactNode {
  const t = useTranslations("duel");
  const nameOf = useSeatName(match);
  const { players, seat: own } = match;
  const inOrder = players.toSorted((one, other) => Number(other.seat === own) - Number(one.seat === own) || one.seat - other.seat);
  return (
    <ul className="flex flex-wrap gap-2">
      {inOrder.map(({ seat, rightCount, hasLeft }) => (
        <li
          key={seat}
          className={`tabular rounded-md border px-3 py-1.5 text-sm ${seat === own ? "border-seal font-semibold" : "border-line text-muted"}`}
        >
          {t("score", { name: nameOf(seat), right: rightCount })}
          {hasLeft && ` · ${t("gone")}`}
        </li>
      ))}
    </ul>
  );
}
