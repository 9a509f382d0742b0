"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { ScreenFrame } from "#app/screen/screen-frame.tsx";
import { useKept } from "#app/screen/use-kept.ts";
import type { getRace } from "#server/programmes/get-race.ts";
import { classNames } from "#ui/class-names.ts";

type Race = JsonOf<typeof getRace>;

const EVERY_MS = 30_000;
/** Lanes a hall reads from its last row. */
const ROWS = 8;

/** Which week is shown: the newest until a key says another; ← and → go by a week, Home and End to the first and the last. */
function useWeek(weeks: number): number {
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? weeks - 1, weeks - 1);
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowLeft: at - 1, PageUp: at - 1, ArrowRight: at + 1, PageDown: at + 1, Home: 0, End: weeks - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(to, weeks - 1));
    // On the newest week it follows the next one by itself.
    setChosen(next === weeks - 1 ? null : next);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return at;
}

/** The branches along the track, as they stood at the end of a week. */
export function RaceScreen({ first }: { first: Race }): ReactNode {
  const t = useTranslations("race");
  const { value, isDown } = useKept<Race>(`/api/programmes/${encodeURIComponent(first.slug)}/race`, first, EVERY_MS);
  const { title, rules, weeks, lanes } = value;
  const at = useWeek(weeks.length);
  const week = weeks[at];
  return (
    <ScreenFrame
      title={`${title} · ${t("title")}`}
      isDown={isDown}
      aside={week && <p className="tabular font-bold text-[1.2em]">{t("weekNumber", { number: week.number, of: weeks.length })}</p>}
      foot={rules && <p>{t(`rules.per.${rules.per}`)}</p>}
    >
      {week && lanes.length > 0 ? (
        <Lanes lanes={lanes} at={at} />
      ) : (
        <p className="grid h-full place-items-center text-[1.4em] text-muted">{t(rules ? "notBegun" : "none")}</p>
      )}
    </ScreenFrame>
  );
}

function Lanes({ lanes, at }: { lanes: Race["lanes"]; at: number }): ReactNode {
  const t = useTranslations("race");
  const placed = lanes
    .flatMap(({ name, stretches }) => {
      const stretch = stretches[at];
      return stretch ? [{ name, ...stretch }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "zh-CN"));
  // The track is as long as the furthest way of all weeks, so that lanes grow from one week to the next.
  const longest = Math.max(1, ...lanes.map(({ stretches }) => stretches.at(-1)?.reachedMilli ?? 0));
  return (
    <ol aria-label={t("track")} className="grid h-full" style={{ gridTemplateRows: `repeat(${ROWS}, minmax(0, 1fr))` }}>
      {placed.slice(0, ROWS).map(({ name, rank, reachedMilli }) => (
        <li key={name} className="grid min-h-0 grid-cols-[1.6em_minmax(0,0.8fr)_minmax(0,2fr)_4.5em] items-center gap-[0.5em]">
          <span className={classNames("tabular text-center font-bold font-display", rank === 1 ? "text-gold-ink" : "text-muted")}>
            {rank}
          </span>
          <span className="min-w-0 truncate font-semibold">{name}</span>
          <span aria-hidden className="block h-[0.9em] overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-seal motion-safe:transition-[width] motion-safe:duration-700"
              style={{ width: `${(100 * reachedMilli) / longest}%` }}
            />
          </span>
          <strong className="tabular text-end">{pointsText(reachedMilli)}</strong>
        </li>
      ))}
    </ol>
  );
}
