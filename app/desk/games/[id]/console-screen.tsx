"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BoardPart } from "#app/live/[code]/board-part.tsx";
import { BreakNotice } from "#app/live/[code]/break-notice.tsx";
import { Countdown } from "#app/live/[code]/countdown.tsx";
import { RevealPart } from "#app/live/[code]/reveal-part.tsx";
import { type Game, useGame, usePhase } from "#app/live/[code]/use-game.ts";
import type { GamePhase } from "#domain/games/game-clock.ts";
import type { GameRules } from "#domain/games/rules.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { Qr } from "#ui/qr.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Stem } from "#ui/stem.tsx";
import { EndGame } from "./end-game.tsx";
import { PauseButtons } from "./pause-buttons.tsx";
import { PlayersPart } from "./players-part.tsx";
import { PromptDesk } from "./prompt-desk.tsx";
import { useConsole } from "./use-console.ts";

export type ConsoleFacts = Readonly<{
  id: number;
  code: string;
  rules: GameRules;
  total: number;
  teams: readonly string[];
  wayIn: Readonly<{ url: string; modules: boolean[][] }>;
  ticket: string;
  serverNow: string;
}>;

/** The one step on from each phase; none while answers may come. */
const STEPS = { lobby: "start", closed: "reveal", revealed: "board", board: "next", podium: "end" } as const;
const stepOf = (phase: GamePhase, game: Game) => {
  if (phase === "board") return game.questionNo + 1 < game.total ? STEPS.board : ("podium" as const);
  return phase in STEPS ? STEPS[phase as keyof typeof STEPS] : null;
};

/** Turns the game, from its lobby to its end. What is seen comes by the same stream as the big screen's. */
export function ConsoleScreen({ first, rules }: { first: ConsoleFacts; rules: ReactNode }): ReactNode {
  const [t, live] = [useTranslations("gameDesk.console"), useTranslations("live")];
  const { game, crowd, told, time, isLive } = useGame(first.id, first.ticket, first.serverNow);
  const phase = usePhase(game, time);
  const { isBusy, refused, wasElsewhere, act } = useConsole(first.id, game);
  const step = game ? stepOf(phase, game) : null;
  const isAnswering = phase === "reading" || phase === "open";
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid gap-5">
        <div role="status">{!isLive && <Notice kind="warning">{live("offline")}</Notice>}</div>
        {wasElsewhere && <Notice>{t("elsewhere")}</Notice>}
        <RefusalNotice code={refused} />
        {game && phase !== "over" && (
          <div className="flex flex-wrap items-center gap-3">
            {step && (
              <Button look="primary" pending={isBusy} disabled={game.pausedAt !== null} onClick={() => void act("turn")}>
                {t(step)}
              </Button>
            )}
            {isAnswering && (
              <Button disabled={game.pausedAt !== null} pending={isBusy} onClick={() => void act("close")}>
                {t("close")}
              </Button>
            )}
            <PauseButtons
              isPaused={game.pausedAt !== null}
              isBusy={isBusy}
              onPause={(minutes) => void act("pause", minutes === undefined ? {} : { minutes })}
              onResume={() => void act("resume")}
            />
            <EndGame onEnd={() => void act("end")} />
          </div>
        )}
        {game && time && (
          <Card
            title={
              phase === "lobby" || phase === "over"
                ? live(phase === "lobby" ? "title" : "over")
                : live("number", { number: game.questionNo + 1, total: game.total })
            }
            aside={
              <span role="status" className="tabular">
                {phase === "lobby"
                  ? t("joined", { count: crowd?.players ?? 0 })
                  : t("answered", { answered: crowd?.answered ?? 0, players: crowd?.players ?? 0 })}
              </span>
            }
          >
            <BreakNotice game={game} time={time} />
            {phase === "reading" && game.opensAt && <Countdown game={game} until={game.opensAt} time={time} label={live("reading")} />}
            {phase === "open" && game.closesAt && <Countdown game={game} until={game.closesAt} time={time} label={live("left")} />}
            {isAnswering && <p className="text-muted text-sm">{t("waitClose")}</p>}
            {phase === "closed" && <p className="text-muted">{live("closed")}</p>}
            {game.question && (
              <div lang="zh-CN">
                <Stem text={game.question.stem} />
              </div>
            )}
            <RevealPart game={game} />
            <BoardPart game={game} />
          </Card>
        )}
        {game && phase !== "over" && <PromptDesk id={first.id} game={game} told={told} isAnswering={isAnswering} />}
        <PlayersPart id={first.id} teams={first.teams} hasCaptains={first.rules.team === "captain"} />
      </div>
      <aside className="grid gap-5">
        <Card title={t("code")}>
          <p className="tabular font-bold text-4xl tracking-[0.15em]">{first.code}</p>
          <Qr modules={first.wayIn.modules} label={live("screen.scan")} caption={first.wayIn.url} />
          <LinkButton href={`/screen/live/${first.code}`}>{t("screen")}</LinkButton>
          <LinkButton href={`/live/${first.code}`} look="quiet">
            {t("play")}
          </LinkButton>
        </Card>
        {rules}
      </aside>
    </div>
  );
}
