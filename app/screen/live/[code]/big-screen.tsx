"use client";
import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { BoardPart } from "#app/live/[code]/board-part.tsx";
import { BreakNotice } from "#app/live/[code]/break-notice.tsx";
import { Countdown } from "#app/live/[code]/countdown.tsx";
import { PromptResult } from "#app/live/[code]/prompt-result.tsx";
import { RevealPart } from "#app/live/[code]/reveal-part.tsx";
import { useGame, usePhase } from "#app/live/[code]/use-game.ts";
import type { GamePhase } from "#domain/games/game-clock.ts";
import { Stem } from "#ui/stem.tsx";
import type { ScreenFacts } from "./screen-facts.ts";
import { ScreenLobby } from "./screen-lobby.tsx";
import { ScreenQuestion } from "./screen-question.tsx";

/** A short tone when answers open and close, once somebody has turned the sound on. */
function useTones(phase: GamePhase): readonly [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(false);
  const audio = useRef<AudioContext | null>(null);
  useEffect(() => {
    if (!isOn || (phase !== "open" && phase !== "closed")) return;
    audio.current ??= new AudioContext();
    const [tone, volume] = [audio.current.createOscillator(), audio.current.createGain()];
    tone.frequency.value = phase === "open" ? 660 : 440;
    volume.gain.value = 0.1;
    tone.connect(volume).connect(audio.current.destination);
    tone.start();
    tone.stop(audio.current.currentTime + 0.25);
  }, [isOn, phase]);
  return [isOn, setOn];
}

/** Readable from the last row; it follows the game, keeps its picture when the line drops, and is silent until asked. */
export function BigScreen({ first }: { first: ScreenFacts }): ReactNode {
  const t = useTranslations("live");
  const { game, crowd, told, time, isLive } = useGame(first.id, first.ticket, first.serverNow);
  const phase = usePhase(game, time);
  const [isLoud, setLoud] = useTones(phase);
  const prompt = game?.prompt ?? null;
  const isAsked = !prompt && (phase === "reading" || phase === "open" || phase === "closed");
  const Speaker = isLoud ? Volume2 : VolumeX;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[110rem] grid-rows-[auto_minmax(0,1fr)_auto] gap-[2vh] px-[4vw] py-[3vh] text-[clamp(1.25rem,2.2vw,2.25rem)]">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8">
        <h1 lang="zh-CN" className="min-w-0 font-display font-semibold text-[1.1em]">
          {first.title}
        </h1>
        {game && phase !== "lobby" && (
          <p className="tabular text-muted">{t("number", { number: game.questionNo + 1, total: game.total })}</p>
        )}
      </header>
      <div className="grid content-center gap-[3vh]">
        {game && time && <BreakNotice game={game} time={time} />}
        {prompt && (
          <section className="grid gap-[2.5vh]">
            <div className="flex flex-wrap items-baseline justify-between gap-6">
              <h2 lang="zh-CN" className="min-w-0 flex-1 font-display font-semibold text-[1.4em]">
                {prompt.title}
              </h2>
              <p role="status" className="tabular text-muted">
                {t(prompt.isOpen ? "prompt.said" : "prompt.closedSaid", { count: told?.said ?? 0 })}
              </p>
            </div>
            {told && <PromptResult prompt={prompt} told={told} />}
          </section>
        )}
        {!prompt && phase === "lobby" && <ScreenLobby first={first} players={crowd?.players ?? 0} names={crowd?.names ?? []} />}
        {game && time && isAsked && (
          <>
            <div className="flex flex-wrap items-center justify-between gap-6 [&_[role=timer]]:px-6 [&_[role=timer]]:text-[2em]">
              <p className="tabular" role="status">
                {t("answeredOf", { answered: crowd?.answered ?? 0, players: crowd?.players ?? 0 })}
              </p>
              {phase === "reading" && game.opensAt && <Countdown game={game} until={game.opensAt} time={time} label={t("reading")} />}
              {phase === "open" && game.closesAt && <Countdown game={game} until={game.closesAt} time={time} label={t("left")} />}
              {phase === "closed" && <p className="font-semibold">{t("closed")}</p>}
            </div>
            <ScreenQuestion game={game} phase={phase} />
          </>
        )}
        {game && !prompt && phase === "revealed" && (
          <>
            <div lang="zh-CN" className="[&_*]:text-[1em]">
              {game.question && <Stem text={game.question.stem} />}
            </div>
            <RevealPart game={game} />
          </>
        )}
        {game && !prompt && (phase === "board" || phase === "podium" || phase === "over") && <BoardPart game={game} />}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-4 text-[0.6em] text-muted">
        <span className="tabular">{phase === "lobby" && !prompt ? "" : t("screen.code", { code: first.code })}</span>
        <span role="status">{isLive ? (game?.pausedAt ? t("paused") : "") : t("screen.connecting")}</span>
        <button
          type="button"
          aria-pressed={isLoud}
          onClick={() => setLoud(!isLoud)}
          className="inline-flex min-h-11 items-center gap-2 rounded-md px-3 hover:text-ink"
        >
          <Speaker aria-hidden className="size-5" />
          {t(isLoud ? "screen.mute" : "screen.sound")}
        </button>
      </footer>
    </main>
  );
}
