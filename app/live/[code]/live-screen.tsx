"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { askServer } from "#app/contests/ask-server.ts";
import type { GameRules } from "#domain/games/rules.ts";
import { Notice } from "#ui/notice.tsx";
import { BreakNotice } from "./break-notice.tsx";
import { JoinPart } from "./join-part.tsx";
import { PlacePart, VerdictPart } from "./own-part.tsx";
import { QuestionPart } from "./question-part.tsx";
import { useAnswer } from "./use-answer.ts";
import { type Own, useGame, usePhase } from "./use-game.ts";

// Polls and the like come between questions, results and the board after them, and the rules stand below everything (P11).
const promptPart = () => import("./prompt-part.tsx");
const revealPart = () => import("./reveal-part.tsx");
const boardPart = () => import("./board-part.tsx");
const RulesList = lazy(async () => ({ default: (await import("./rules-list.tsx")).RulesList }));
const RevealPart = lazy(async () => ({ default: (await revealPart()).RevealPart }));
const PromptPart = lazy(async () => ({ default: (await promptPart()).PromptPart }));
const BoardPart = lazy(async () => ({ default: (await boardPart()).BoardPart }));

export type LivePageFacts = Readonly<{
  id: number;
  code: string;
  title: string;
  branchName: string;
  rules: GameRules;
  total: number;
  teams: readonly string[];
  isOver: boolean;
  player: { id: number; isRemoved: boolean; timePercent: number; ticket: string } | null;
  serverNow: string;
}>;

/** A game on a phone, from joining to the last place. */
export function LiveScreen({ first }: { first: LivePageFacts }): ReactNode {
  const t = useTranslations("live");
  const [facts, setFacts] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const join = async (team: number | null): Promise<void> => {
    setBusy(true);
    const reply = await post(`/api/live/${first.code}/join`, team === null ? {} : { team });
    const asked = reply.ok ? await askServer<LivePageFacts>(`/api/live/${first.code}`) : null;
    setRefused(reply.ok ? undefined : reply.code);
    if (asked?.kind === "told") setFacts(asked.value);
    setBusy(false);
  };
  const { player } = facts;
  return (
    <main className="mx-auto grid w-full max-w-xl content-start gap-5 px-4 py-5">
      <header className="flex items-baseline justify-between gap-3">
        <h1 lang="zh-CN" className="min-w-0 font-display font-semibold text-lg">
          {facts.title}
        </h1>
        <span className="tabular flex-none text-muted text-sm">{facts.code}</span>
      </header>
      {player === null && !facts.isOver && (
        <>
          <p className="text-muted">{t("hosted", { branch: facts.branchName, total: facts.total })}</p>
          <JoinPart teams={facts.teams} refused={refused} isBusy={isBusy} onJoin={(team) => void join(team)} />
        </>
      )}
      {player === null && facts.isOver && <p>{t("over")}</p>}
      {player?.isRemoved && <Notice kind="warning">{t("removed")}</Notice>}
      {player && !player.isRemoved && <Playing facts={facts} ticket={player.ticket} />}
      <Suspense>
        <RulesList rules={facts.rules} percent={player?.timePercent ?? 100} />
      </Suspense>
      <Link href="/live" className="inline-flex min-h-11 items-center justify-self-start text-muted underline underline-offset-4">
        {t("title")}
      </Link>
    </main>
  );
}

function Playing({ facts, ticket }: { facts: LivePageFacts; ticket: string }): ReactNode {
  const t = useTranslations("live");
  const { game, own, told, time, isLive } = useGame(facts.id, ticket, facts.serverNow);
  const phase = usePhase(game, time);
  // Fetched once the page stands, so that nothing waits for them; a line that is down then is asked again by the part itself.
  useEffect(() => void Promise.allSettled([promptPart(), revealPart(), boardPart()]), []);
  const answering = useAnswer(facts.id, ticket, { game, own, time });
  if (own?.isRemoved) return <Notice kind="warning">{t("removed")}</Notice>;
  return (
    <div className="grid gap-5">
      <div role="status">{!isLive && <Notice kind="warning">{t("offline")}</Notice>}</div>
      {game && time && <BreakNotice game={game} time={time} />}
      {game?.prompt && (
        <Suspense>
          <PromptPart key={game.prompt.id} id={facts.id} ticket={ticket} prompt={game.prompt} told={told} own={own} />
        </Suspense>
      )}
      {phase === "lobby" && <Waiting own={own} />}
      {game && time && (phase === "reading" || phase === "open" || phase === "closed") && (
        <QuestionPart game={game} own={own} phase={phase} time={time} answering={answering} />
      )}
      {game && own && phase === "revealed" && (
        <>
          <VerdictPart game={game} own={own} />
          <PlacePart own={own} />
          <Suspense>
            <RevealPart game={game} own={own} />
          </Suspense>
        </>
      )}
      {game && own && (phase === "board" || phase === "podium" || phase === "over") && (
        <>
          {phase === "over" && (
            <p role="status" className="font-display font-semibold text-2xl">
              {t("over")}
            </p>
          )}
          <PlacePart own={own} />
          <Suspense>
            <BoardPart game={game} />
          </Suspense>
        </>
      )}
    </div>
  );
}

function Waiting({ own }: { own: Own | null }): ReactNode {
  const t = useTranslations("live");
  return (
    <div className="grid gap-2 rounded-md border border-line bg-raised p-5">
      <p role="status" className="font-display font-semibold text-xl">
        {t("joined")}
      </p>
      {own?.team && <p>{t("team", { team: own.team })}</p>}
      {own?.isCaptain && <p className="font-medium text-seal">{t("captain")}</p>}
      <p className="text-muted">{t("joinedHint")}</p>
    </div>
  );
}
