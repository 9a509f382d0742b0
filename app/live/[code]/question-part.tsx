"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import type { GamePhase } from "#domain/games/game-clock.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Stem } from "#ui/stem.tsx";
import { AnswerButtons } from "./answer-buttons.tsx";
import { Countdown } from "./countdown.tsx";
import type { Game, Own } from "./use-game.ts";

type Props = Readonly<{
  game: Game;
  own: Own | null;
  phase: GamePhase;
  time: ServerTime;
  answering: { standing: Response; waiting: Response; refused: string | undefined; answer: (response: Response) => void };
}>;

/** A question on a phone: read, answered, received, closed; its text is here too, for whoever cannot see the big screen. */
export function QuestionPart({ game, own, phase, time, answering }: Props): ReactNode {
  const [t, play] = [useTranslations("live"), useTranslations("play")];
  const { standing, waiting, refused, answer } = answering;
  const whole = useRef<HTMLElement>(null);
  const { questionNo, question } = game;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the focus, which reads it aloud
  useEffect(() => whole.current?.focus(), [questionNo]);
  if (!question) return null;
  const isCaptains = game.rules.team === "captain" && own !== null && !own.isCaptain;
  const isFinal = standing !== null && !game.rules.allowChange;
  const isOpen = phase === "open" && !game.pausedAt && !isCaptains && !isFinal && waiting === null;
  const said = (): string => {
    if (waiting !== null) return t("sending");
    if (standing !== null) return t(phase === "open" && game.rules.allowChange ? "sentChange" : "sent");
    if (phase === "closed") return t("missed");
    return isCaptains ? t("captainElse") : "";
  };
  return (
    <section
      ref={whole}
      tabIndex={-1}
      aria-label={t("number", { number: questionNo + 1, total: game.total })}
      className="grid gap-4 outline-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex flex-wrap items-center gap-2 font-semibold">
          {t("number", { number: questionNo + 1, total: game.total })}
          <Badge>{play(`kinds.${question.kind}`)}</Badge>
        </span>
        {phase === "reading" && game.opensAt && <Countdown game={game} until={game.opensAt} time={time} label={t("reading")} />}
        {phase === "open" && game.closesAt && <Countdown game={game} until={game.closesAt} time={time} label={t("left")} />}
      </div>
      <div lang="zh-CN">
        <Stem text={question.stem} />
        <QuestionMedia media={question.media} />
      </div>
      <p role="status" className="min-h-6 font-medium text-pine">
        {phase === "reading" ? t("reading") : said()}
      </p>
      <AnswerButtons key={questionNo} body={question} response={waiting ?? standing} isOpen={isOpen} onAnswer={answer} />
      <RefusalNotice code={refused} />
      {phase === "closed" && <p className="text-muted">{t("closed")}</p>}
    </section>
  );
}
