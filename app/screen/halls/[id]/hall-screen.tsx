"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { RoundRules } from "#app/hall/round-rules.tsx";
import { useHall, useSecondsLeft } from "#app/hall/use-hall.ts";
import type { getHallScreen } from "#server/halls/get-hall-screen.ts";
import { Qr } from "#ui/qr.tsx";
import { Fit } from "./fit.tsx";
import { ScoreBar } from "./score-bar.tsx";
import { StageItem } from "./stage-item.tsx";

export type ScreenPage = JsonOf<typeof getHallScreen>;
type Modules = readonly (readonly boolean[])[];

/** A line that is back sooner was not worth a word before a hall. */
const GRACE_MS = 4_000;

/**
 * One picture for a hall of three hundred, by the size of the screen alone: no scrolling, no mouse, no sound. While the line is down it
 * keeps what it showed last and says so in a corner.
 */
export function HallScreen({ first, modules }: { first: ScreenPage; modules: Modules }): ReactNode {
  const t = useTranslations("hallScreen");
  const format = useFormatter();
  const { view, time, isLive } = useHall(first);
  const seconds = useSecondsLeft(time, view.item?.clock);
  const { round, item, phase } = view;
  return (
    <main
      id="main"
      className="fixed inset-0 grid cursor-none grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.5vh] overflow-hidden bg-paper p-[2vh] text-[min(2.6vw,4vh)] text-ink"
    >
      <header className="flex items-baseline justify-between gap-[2vw]">
        <h1 lang="zh-CN" className="truncate font-bold font-display">
          {view.title}
        </h1>
        <p className="flex-none text-[0.8em] text-muted">
          {round && phase === "running" ? t("round", { number: round.at + 1, of: view.rounds.length, title: round.rules.title }) : ""}
        </p>
      </header>
      <div className="min-h-0">
        {phase === "over" && <Result view={view} />}
        {phase === "ready" && <Waiting code={first.code} modules={modules} view={view} />}
        {phase === "running" && item && <StageItem view={view} item={item} seconds={seconds} />}
        {phase === "running" && !item && round && (
          <Fit watch={round.rules.title}>
            <h2 lang="zh-CN" className="font-bold font-display text-[2.2em] text-seal">
              {round.rules.title}
            </h2>
            <RoundRules rules={round.rules} className="mt-[3vh] grid list-disc gap-[1.2vh] ps-[1.4em] text-[1.05em]" />
            {view.level.length > 0 && (
              <p className="mt-[2vh] text-[1.1em]">{t("level", { sides: format.list(namesOf(view, view.level)) })}</p>
            )}
          </Fit>
        )}
      </div>
      <ScoreBar view={view} />
      <Line isLive={isLive} />
    </main>
  );
}

const namesOf = ({ sides }: ScreenPage["view"], seats: readonly number[]): string[] =>
  seats.map((seat) => sides.find((side) => side.seat === seat)?.name ?? "");

function Waiting({ code, modules, view }: { code: string; modules: Modules; view: ScreenPage["view"] }): ReactNode {
  const t = useTranslations("hallScreen");
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_auto] grid-rows-[minmax(0,1fr)] items-center gap-[4vw]">
      <Fit watch={view.rounds.join()}>
        <p className="font-bold font-display text-[2em]">{t("soon")}</p>
        <ol className="mt-[2vh] grid list-inside list-decimal gap-[0.6vh]">
          {view.rounds.map((title, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place
            <li key={at} lang="zh-CN">
              {title}
            </li>
          ))}
        </ol>
      </Fit>
      <div className="grid justify-items-center gap-[1vh] [&_figcaption]:text-[0.65em] [&_svg]:w-[min(26vw,40vh)]">
        <Qr modules={modules} label={t("qr")} caption={t("scan")} />
        <p className="tabular font-bold text-[1.4em] tracking-[0.15em]">{code}</p>
      </div>
    </div>
  );
}

function Result({ view }: { view: ScreenPage["view"] }): ReactNode {
  const t = useTranslations("hallScreen");
  return (
    <Fit watch={String(view.seq)}>
      <h2 className="font-bold font-display text-[1.8em] text-seal">{t("result")}</h2>
      <ol className="mt-[2vh] grid gap-[1vh]">
        {view.sides.slice(0, 12).map(({ seat, name, place, score, extra }) => (
          <li
            key={seat}
            className="grid grid-cols-[minmax(4em,auto)_minmax(0,1fr)_auto] gap-x-[0.8em] items-baseline border-line border-b pb-[0.6vh] text-[1.15em]"
          >
            <span className={place <= 3 ? "font-bold text-gold-ink" : "text-muted"}>{t("place", { place })}</span>
            <span lang="zh-CN" className="truncate font-semibold">
              {name}
            </span>
            <span className="tabular font-bold">
              {score / 1_000}
              {extra !== 0 && <span className="ms-[0.6em] font-normal text-[0.6em] text-muted">{t("extra", { extra })}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Fit>
  );
}

function Line({ isLive }: { isLive: boolean }): ReactNode {
  const t = useTranslations("hallScreen");
  const [isDown, setDown] = useState(false);
  useEffect(() => {
    setDown(false);
    if (isLive) return;
    const timer = setTimeout(() => setDown(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    <p role="status" className="absolute top-[1vh] left-1/2 -translate-x-1/2 text-[0.5em] text-muted">
      {isDown ? t("connecting") : ""}
    </p>
  );
}
