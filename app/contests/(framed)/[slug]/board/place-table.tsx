"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import { classNames } from "#ui/class-names.ts";
import { RankBadge } from "#ui/rank-badge.tsx";
import { type Beside, besideOf } from "./beside.ts";
import type { Place } from "./persons-board.tsx";

/** The places as a table that stays one on a phone: there the branch stands under the name, and number right and time under the points. */
export function PlaceTable({ names, beside, places }: { names: string; beside: Beside; places: readonly Place[] }): ReactNode {
  const t = useTranslations("boards");
  const wide = "max-sm:hidden";
  const head = "border-edge border-b px-2 py-2 font-medium text-muted text-sm";
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("persons")}</caption>
      <thead>
        <tr className="text-start">
          <th scope="col" className={`${head} w-14 text-start`}>
            {t("rank")}
          </th>
          <th scope="col" className={`${head} text-start`}>
            {t(names === "branch" ? "branch" : "name")}
          </th>
          <th scope="col" className={`${head} text-end`}>
            {t("points")}
          </th>
          {beside !== "none" && (
            <th scope="col" className={`${head} ${wide} text-end`}>
              {t(beside)}
            </th>
          )}
          <th scope="col" className={`${head} ${wide} text-end`}>
            {t(beside === "solved" ? "penalty" : "time")}
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anonymous place has no other name than where it stands
          <PlaceRow key={at} place={place} beside={beside} />
        ))}
      </tbody>
    </table>
  );
}

function PlaceRow({ place, beside }: { place: Place; beside: Beside }): ReactNode {
  const t = useTranslations("boards");
  const { rank, name, branchName, scoreMilli, totalMs, own } = place;
  const count = besideOf(place, beside);
  const cell = "tabular border-line border-b px-2 py-2.5";
  const wide = "max-sm:hidden";
  return (
    <tr className={classNames(own && "bg-seal-wash")} aria-current={own || undefined}>
      <td className={cell}>
        <RankBadge rank={rank} />
      </td>
      <th scope="row" className="border-line border-b px-2 py-2.5 text-start font-semibold leading-snug">
        {name ?? branchName ?? t("anonymous")}
        {own && <span className="ms-2 font-normal text-seal text-sm">{t("you")}</span>}
        {name && branchName && <span className="block font-normal text-muted text-sm">{branchName}</span>}
      </th>
      <td className={`${cell} text-end`}>
        <strong className="text-lg">{pointsText(scoreMilli)}</strong>
        <span className="block whitespace-nowrap text-muted text-sm sm:hidden">
          {t(`andTime.${beside}`, { count, time: raceTime(totalMs) })}
        </span>
      </td>
      {beside !== "none" && <td className={`${cell} ${wide} text-end`}>{count}</td>}
      <td className={`${cell} ${wide} text-end`}>{raceTime(totalMs)}</td>
    </tr>
  );
}
