import { Flame } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RankBadge } from "#ui/rank-badge.tsx";
import { DataTable } from "#ui/table.tsx";
import type { ArenaPage } from "./page.tsx";

/** The stretch of the board that is shown: oneself and who stands near, or a page of everybody. */
export function ArenaBoard({ places }: { places: ArenaPage["places"] }): ReactNode {
  const t = useTranslations("arena");
  const rows = places.map((place, at) => ({ ...place, at }));
  return (
    <DataTable
      caption={t("board")}
      rows={rows}
      keyOf={({ at }) => String(at)}
      isOwn={({ isOwn }) => isOwn}
      columns={[
        { key: "place", head: t("place"), cell: ({ place }) => <RankBadge rank={place} /> },
        {
          key: "name",
          head: t("name"),
          main: true,
          cell: ({ name, branchName, isOwn, isOnFire }) => (
            <span className="grid">
              <span className="inline-flex flex-wrap items-center gap-2">
                <span lang="zh-CN">{name}</span>
                {isOwn && <span className="font-normal text-seal text-sm">{t("you")}</span>}
                {isOnFire && (
                  <span className="inline-flex items-center gap-1 font-normal text-amber text-sm">
                    <Flame aria-hidden className="size-3.5" />
                    {t("onFire")}
                  </span>
                )}
              </span>
              <span lang="zh-CN" className="font-normal text-muted text-sm">
                {branchName}
              </span>
            </span>
          ),
        },
        { key: "points", head: t("points"), align: "end", cell: ({ points }) => <strong>{points}</strong> },
        { key: "games", head: t("games"), align: "end", cell: ({ games, wins }) => t("winsOf", { wins, games }) },
      ]}
    />
  );
}
