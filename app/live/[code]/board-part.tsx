import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RankBadge } from "#ui/rank-badge.tsx";
import type { Game } from "./use-game.ts";

type Row = Readonly<{ place: number; label: string; milli: number }>;

function Rows({ title, rows }: { title: string; rows: readonly Row[] }): ReactNode {
  const [t, format] = [useTranslations("live"), useFormatter()];
  return (
    <section className="grid gap-3">
      <h2 className="font-display font-semibold text-[1.25em]">{title}</h2>
      <ol className="grid gap-2">
        {rows.map(({ place, label, milli }, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name and share a place
            key={at}
            className="flex items-center gap-4 rounded-md border border-line bg-raised px-4 py-3"
          >
            <RankBadge rank={place} />
            <span lang="zh-CN" className="min-w-0 flex-1 truncate font-medium">
              {label}
            </span>
            <span className="tabular flex-none font-semibold">{t("score", { points: format.number(milli / 1_000) })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The first five and the teams, as the host shows them. */
export function BoardPart({ game }: { game: Game }): ReactNode {
  const t = useTranslations("live");
  if (!game.board) return null;
  const isLast = game.stage !== "board";
  return (
    <div className="grid gap-6">
      {game.board.teams.length > 0 && <Rows title={t("teams")} rows={game.board.teams} />}
      <Rows title={t(isLast ? "podium" : "top")} rows={game.board.top} />
    </div>
  );
}
