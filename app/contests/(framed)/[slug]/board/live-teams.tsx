"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { LiveEvents } from "#server/boards/live-events.ts";
import type { getTeamBoard } from "#server/teams/get-team-board.ts";
import { Empty } from "#ui/empty.tsx";
import { RankBadge } from "#ui/rank-badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { LiveLine } from "./live-line.tsx";
import { withPublicTeams } from "./public-teams.ts";
import { useLiveBoard } from "./use-live-board.ts";

export type TeamBoard = JsonOf<typeof getTeamBoard>;
type Row = TeamBoard["rows"][number];
type Props = { slug: string; shows: "true" | "public"; streamTicket: string; first: TeamBoard };

/** The places of teams, live while the rules let them move. */
export function LiveTeams({ slug, shows, streamTicket, first }: Props): ReactNode {
  const t = useTranslations("teams.board");
  const division = first.division === null ? "" : `&division=${encodeURIComponent(first.division)}`;
  const path = `/api/contests/${slug}/team-board?page=${first.page}&board=${shows}${division}`;
  const push = (known: TeamBoard, event: LiveEvents["board"]): TeamBoard => withPublicTeams(known, event);
  const { board, isLive } = useLiveBoard({ slug, streamTicket, path }, first, push);
  const { rows, own, total } = board;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <LiveLine isLive={isLive} isFrozen={!board.freeze.showsTruth} asOf={board.asOf} />
        <p className="tabular text-muted text-sm">{t("total", { total })}</p>
      </div>
      {own && <p className="font-semibold">{t("ownRank", { rank: own.rank, total })}</p>}
      <TeamTable rows={rows} beside={board.beside} />
    </>
  );
}

function TeamTable({ rows, beside }: Pick<TeamBoard, "rows" | "beside">): ReactNode {
  const t = useTranslations("teams.board");
  const columns: Column<Row>[] = [
    { key: "rank", head: t("rank"), cell: ({ rank }) => <RankBadge rank={rank} /> },
    { key: "team", head: t("team"), main: true, cell: (row) => <TeamName row={row} /> },
    {
      key: "points",
      head: t("points"),
      align: "end",
      cell: ({ scoreMilli, counted }) => (
        <>
          <strong className="text-lg">{pointsText(scoreMilli)}</strong>
          <span className="block text-muted text-sm">{t("why", { counted })}</span>
        </>
      ),
    },
    { key: "members", head: t("members"), align: "end", cell: ({ played, members }) => t("membersOf", { played, members }) },
    // Where the number right orders nobody, teams do not show one.
    ...(beside === "right" || beside === "solved"
      ? [{ key: "right", head: t("right"), align: "end" as const, cell: ({ rightCount }: Row) => rightCount }]
      : []),
    { key: "time", head: t("time"), align: "end", cell: ({ totalMs }) => raceTime(totalMs) },
  ];
  const keyOf = (row: Row) => String(rows.indexOf(row));
  const empty = <Empty title={t("empty")}>{t("emptyLead")}</Empty>;
  return <DataTable caption={t("team")} columns={columns} rows={rows} keyOf={keyOf} isOwn={({ own }) => own} empty={empty} />;
}

function TeamName({ row }: { row: Row }): ReactNode {
  const t = useTranslations("teams.board");
  return (
    <>
      <span className="font-semibold">{row.name ?? t("anonymous")}</span>
      {row.own && <span className="ms-2 text-seal text-sm">{t("own")}</span>}
      <span className="block text-muted text-sm">{[row.branchName, row.division].filter(Boolean).join(" · ")}</span>
    </>
  );
}
