import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { JsonOf } from "#app/contests/json-of.ts";
import { getWhyRank } from "#server/boards/get-why-rank.ts";
import { getTeamBoard } from "#server/teams/get-team-board.ts";
import { Empty } from "#ui/empty.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { LiveTeams } from "./live-teams.tsx";
import { WhyTeam } from "./why-team.tsx";

type Props = { slug: string; shows: "true" | "public"; streamTicket: string; division: string | undefined; page: string | undefined };

/** The board of teams, of everybody or of one division, with what every place is made of, and the arithmetic of the own one. */
export async function TeamsBoard({ slug, shows, streamTicket, division, page }: Props): Promise<ReactNode> {
  const asked = { slug, board: shows, ...(division && { division }), ...(page && { page }) };
  const [t, tAll, board] = await Promise.all([getTranslations("teams.board"), getTranslations("boards"), ask(getTeamBoard, asked)]);
  if (!board.shown) return <Empty title={tAll("closed.title")}>{tAll(`closed.${board.freeze.isFrozen ? "freezing" : board.moves}`)}</Empty>;
  const { team } = await ask(getWhyRank, { slug });
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
      <LiveTeams
        key={`${shows} ${board.page} ${board.division}`}
        slug={slug}
        shows={shows}
        streamTicket={streamTicket}
        first={JSON.parse(JSON.stringify(board)) as JsonOf<typeof getTeamBoard>}
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
      {team && <WhyTeam why={team} />}
    </div>
  );
}
