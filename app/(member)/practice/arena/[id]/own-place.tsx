import { Flame } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { Card } from "#ui/card.tsx";
import { Figure } from "#ui/figure.tsx";
import type { ArenaPage } from "./page.tsx";

type Props = { own: NonNullable<ArenaPage["own"]>; total: number; isFinal: boolean };

/** Where one stands in an arena, or in which band where no places are told. */
export function OwnPlace({ own: { place, band, points, games, wins, isOnFire }, total, isFinal }: Props): ReactNode {
  const t = useTranslations("arena");
  return (
    <Card
      title={t(isFinal ? "ownFinal" : "own")}
      aside={
        isOnFire &&
        !isFinal && (
          <Badge tone="amber" icon={Flame}>
            {t("onFire")}
          </Badge>
        )
      }
    >
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        {place === null ? (
          <Figure value={`${band}%`} label={t("band", { percent: band })} />
        ) : (
          <Figure value={place} unit={t("of", { total })} label={t("place")} />
        )}
        <Figure value={points} unit={t("pointsUnit")} label={t("gamesWins", { games, wins })} />
      </div>
    </Card>
  );
}
