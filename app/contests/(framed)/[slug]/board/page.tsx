import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { PhaseBadge } from "#app/contests/phase-badge.tsx";
import { getBoard } from "#server/boards/get-board.ts";
import { getBranchBoard } from "#server/boards/get-branch-board.ts";
import { getScoreGraph } from "#server/boards/get-score-graph.ts";
import { getWhyRank } from "#server/boards/get-why-rank.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { BranchesBoard } from "./branches-board.tsx";
import { FrozenNotice } from "./frozen-notice.tsx";
import { PersonsBoard } from "./persons-board.tsx";
import { ScoreGraph } from "./score-graph.tsx";
import { AwardList, PromotionList } from "./stage-lists.tsx";
import { TeamsBoard } from "./teams-board.tsx";
import { WhyRank } from "./why-rank.tsx";

type Query = { view?: string; page?: string; board?: string; division?: string };
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { contest }] = await Promise.all([getTranslations("boards"), ask(getContest, { slug: (await params).slug })]);
  return { title: t("titleOf", { title: contest.title }) };
}

/** The boards of a contest, people and branches, live while the rules let them move. */
export default async function BoardPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, { view, page, board, division }] = await Promise.all([getTranslations("boards"), params, searchParams]);
  const { contest, streamTicket, mayRun } = await ask(getContest, { slug });
  const shows = mayRun && board !== "public" ? "true" : "public";
  const path = `/contests/${slug}/board`;
  const branchesPath = `${path}?view=branches`;
  const teamsPath = `${path}?view=teams`;
  const showsBranches = view === "branches" && contest.rules.board.branches;
  // In a contest of teams their board is the one that is asked for first.
  const list = view === "promotion" || view === "awards" ? view : null;
  const showsTeams = contest.rules.team !== undefined && !showsBranches && view !== "persons" && list === null;
  const personsPath = contest.rules.team ? `${path}?view=persons` : path;
  const tabs = [
    ...(contest.rules.team ? [{ href: teamsPath, label: t("teams") }] : []),
    { href: personsPath, label: t("persons") },
    ...(contest.rules.board.branches ? [{ href: branchesPath, label: t("branches") }] : []),
    ...(["promotion", "awards"] as const)
      .filter((name) => contest.rules[name] !== undefined)
      .map((name) => ({ href: `${path}?view=${name}`, label: t(name) })),
  ];
  const current = list ? `${path}?view=${list}` : showsTeams ? teamsPath : showsBranches ? branchesPath : personsPath;
  return (
    <Page
      title={t("title")}
      back={{ href: `/contests/${slug}`, label: contest.title }}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <PhaseBadge phase={contest.phase} />
          {t(`leads.${contest.phase}`)}
        </span>
      }
    >
      {tabs.length > 1 && <Tabs label={t("tabs")} current={current} tabs={tabs} />}
      {contest.isFrozen && contest.freezeAt && <FrozenNotice freezeAt={contest.freezeAt} mayRun={mayRun} shows={shows} path={current} />}
      {contest.phase === "closed" && !contest.isFrozen && <Notice>{t("pending")}</Notice>}
      {contest.appealUntil && (
        <Notice>{t.rich("appeal", { until: () => <TimeText at={contest.appealUntil ?? new Date(0)} form="dated" /> })}</Notice>
      )}
      <Words names={["boards", "ranks", "table", "rules", "teams"]}>
        {list === "promotion" ? (
          <PromotionList slug={slug} />
        ) : list === "awards" ? (
          <AwardList slug={slug} />
        ) : showsTeams ? (
          <TeamsBoard slug={slug} shows={shows} streamTicket={streamTicket} division={division} page={page} />
        ) : showsBranches ? (
          <Branches slug={slug} shows={shows} streamTicket={streamTicket} />
        ) : (
          <Persons slug={slug} page={page} shows={shows} streamTicket={streamTicket} />
        )}
      </Words>
    </Page>
  );
}

type Shown = Readonly<{ slug: string; shows: "true" | "public"; streamTicket: string }>;

async function Persons({ slug, page, shows, streamTicket }: Shown & { page: string | undefined }): Promise<ReactNode> {
  const board = await ask(getBoard, { slug, board: shows, ...(page && { page }) });
  if (!board.shown) return <Closed moves={board.freeze.isFrozen ? "freezing" : board.moves} />;
  const [{ why }, graph] = [await ask(getWhyRank, { slug }), await ask(getScoreGraph, { slug, board: shows })];
  return (
    <>
      <PersonsBoard
        key={`${board.page} ${shows}`}
        slug={slug}
        shows={shows}
        streamTicket={streamTicket}
        first={{ ...board, asOf: board.asOf.toISOString() }}
      />
      {why && <WhyRank why={why} />}
      {graph.lines.length > 0 && <ScoreGraph {...graph} />}
    </>
  );
}

async function Branches({ slug, shows, streamTicket }: Shown): Promise<ReactNode> {
  const board = await ask(getBranchBoard, { slug, board: shows });
  if (!board.shown) return <Closed moves={board.freeze.isFrozen ? "freezing" : board.moves} />;
  return (
    <BranchesBoard key={shows} slug={slug} shows={shows} streamTicket={streamTicket} first={{ ...board, asOf: board.asOf.toISOString() }} />
  );
}

/** The rules keep the board closed for now: said, with the moment it opens. */
async function Closed({ moves }: { moves: string }): Promise<ReactNode> {
  const t = await getTranslations("boards");
  return <Empty title={t("closed.title")}>{t(`closed.${moves}`)}</Empty>;
}
