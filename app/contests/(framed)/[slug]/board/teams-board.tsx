import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import type { Verb } from "#server/verb.ts";
import { Empty } from "#ui/empty.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RankBadge } from "#ui/rank-badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";

type Board = typeof getTeamBoard extends Verb<infer Value> ? Value : never;
type Row = Board["rows"][number];
type Props = { slug: string; shows: "true" | "public"; division: string | undefined; page: string | undefined };

/** The board of teams, of everybody or of one division, with what every place is made of. */
export async function TeamsBoard({ slug, shows, division, page }: Props): Promise<ReactNode> {
  const asked = { slug, board: shows, ...(division && { division }), ...(page && { page }) };
  const [t, tAll, board] = await Promise.all([getTranslations("teams.board"), getTranslations("boards"), ask(getTeamBoard, asked)]);
  if (!board.shown) return <Empty title={tAll("closed.title")}>{tAll(`closed.${board.freeze.isFrozen ? "freezing" : board.moves}`)}</Empty>;
  const path = `/contests/${slug}/board`;
  const of = (name: string | null) => `${path}?view=teams${name === null ? "" : `&division=${encodeURIComponent(name)}`}`;
  return (
    <div className="grid gap-5">
      {board.divisions.length > 0 && (
        <Tabs
          label={t("divisions")}
          current={of(board.division)}
          tabs={[{ href: of(null), label: t("all") }, ...board.divisions.map((name) => ({ href: of(name), label: name }))]}
        />
      )}
      <p className="text-muted">{t("total", { total: board.total })}</p>
      {board.own && <p className="font-semibold">{t("ownRank", { rank: board.own.rank, total: board.total })}</p>}
      <TeamTable
        rows={board.rows}
        beside={board.beside}
        words={await wordsOf()}
        empty={<Empty title={t("empty")}>{t("emptyLead")}</Empty>}
      />
      {board.pages > 1 && (
        <Pagination
          total={board.pages * 50}
          page={board.page}
          pageSize={50}
          path={path}
          query={{ view: "teams", ...(division && { division }) }}
        />
      )}
    </div>
  );
}

const wordsOf = () => getTranslations("teams.board");
type Words = Awaited<ReturnType<typeof wordsOf>>;

type Listed = { rows: readonly Row[]; beside: Board["beside"]; words: Words; empty: ReactNode };

function TeamTable({ rows, beside, words: t, empty }: Listed): ReactNode {
  const columns: Column<Row>[] = [
    { key: "rank", head: t("rank"), cell: ({ rank }) => <RankBadge rank={rank} /> },
    { key: "team", head: t("team"), main: true, cell: (row) => <TeamName row={row} words={t} /> },
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
  return <DataTable caption={t("team")} columns={columns} rows={rows} keyOf={keyOf} isOwn={({ own }) => own} empty={empty} />;
}

function TeamName({ row, words: t }: { row: Row; words: Words }): ReactNode {
  return (
    <>
      <span className="font-semibold">{row.name ?? t("anonymous")}</span>
      {row.own && <span className="ms-2 text-seal text-sm">{t("own")}</span>}
      <span className="block text-muted text-sm">{[row.branchName, row.division].filter(Boolean).join(" · ")}</span>
    </>
  );
}
