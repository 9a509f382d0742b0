"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { getBoard } from "#server/boards/get-board.ts";
import type { LiveEvents } from "#server/boards/live-events.ts";
import { Empty } from "#ui/empty.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RankBadge } from "#ui/rank-badge.tsx";
import { besideOf } from "./beside.ts";
import { LiveLine } from "./live-line.tsx";
import { PlaceTable } from "./place-table.tsx";
import { useLiveBoard } from "./use-live-board.ts";

type Board = JsonOf<typeof getBoard>;
export type Place = Board["places"][number];
type Props = { slug: string; shows: "true" | "public"; streamTicket: string; first: Board };

const PAGE_SIZE = 50;
/** The stream does not say which row is whose; the own one is known by what it says. */
const isSame = (place: Omit<Place, "own">, own: Board["own"]): boolean =>
  own !== null &&
  place.rank === own.rank &&
  place.totalMs === own.totalMs &&
  place.scoreMilli === own.scoreMilli &&
  (place.name ?? own.name) === own.name;

/** The board after the stream spoke. Organizers read names that the public does not: their rows are asked for, not taken from it. */
function withPublicRows(known: Board, { places, total, asOf, isFrozen }: LiveEvents["board"]): Board {
  // The stream carries no rows that the rules do not show everybody: then the page asks for its own.
  const isOtherView = places.length === 0 || known.view !== "full" || (known.names === "names" && places.some(({ name }) => name === null));
  // Who joins is told what was last said, and that may be older than the page.
  if (asOf < known.asOf) return known;
  // An organizer reads the true board of a frozen contest: what the stream says to everybody is another one.
  if (isFrozen && known.freeze.showsTruth && known.freeze.mayChoose) return known;
  const freeze = { ...known.freeze, isFrozen, showsTruth: !isFrozen };
  // From the freeze on nobody is told the own place; what else changes is asked for.
  const own = known.own && isFrozen ? { ...known.own, rank: null, band: null } : known.own;
  const base = { ...known, total, freeze, own };
  if (known.page > 1 || isOtherView) return base;
  return { ...base, asOf, places: places.slice(0, PAGE_SIZE).map((place) => ({ ...place, own: isSame(place, own) })) };
}

/** What of the board the organizer shows, and the way to how one comes along oneself (B4). */
function OwnView({ view, hasOwn }: { view: "near" | "band"; hasOwn: boolean }): ReactNode {
  const t = useTranslations("boards");
  return (
    <div className="grid gap-1">
      <p className="text-muted">{t(hasOwn ? `view.${view}` : "view.none")}</p>
      <p>
        <Link href="/practice" className="inline-flex min-h-11 items-center text-seal">
          {t("view.mastery")}
        </Link>
      </p>
    </div>
  );
}

/** The board of people: rank, name as the rules print it, points, number right, time; one's own place above it. */
export function PersonsBoard({ slug, shows, streamTicket, first }: Props): ReactNode {
  const t = useTranslations("boards");
  const path = `/api/contests/${slug}/board?page=${first.page}&board=${shows}`;
  const { board, isLive } = useLiveBoard({ slug, streamTicket, path }, first, withPublicRows);
  const { names, beside, places, own, total, limit, view } = board;
  const ownWords = ({ rank, band }: NonNullable<Board["own"]>): string => {
    if (rank !== null) return t("ownRank", { rank, total });
    return band === null ? t("freeze.own") : t("ownBand", { band });
  };
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <LiveLine isLive={isLive} isFrozen={!board.freeze.showsTruth} asOf={board.asOf} />
        <p className="tabular text-muted text-sm">{t("counted", { total })}</p>
      </div>
      {own && (
        <section
          aria-label={t("own")}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-md border border-seal bg-seal-wash px-4 py-3"
        >
          <p className="flex items-center gap-3 font-semibold">
            {own.rank !== null && <RankBadge rank={own.rank} />}
            {ownWords(own)}
          </p>
          <p className="tabular">
            {t(`ownFigures.${beside}`, { points: pointsText(own.scoreMilli), count: besideOf(own, beside), time: raceTime(own.totalMs) })}
          </p>
        </section>
      )}
      {view !== "full" && !board.freeze.isFrozen && <OwnView view={view} hasOwn={own !== null} />}
      {places.length > 0 && <PlaceTable names={names} beside={beside} places={places} />}
      {places.length === 0 && view === "full" && <Empty title={t("empty")}>{t("emptyBody")}</Empty>}
      {names !== "names" && <p className="text-muted text-sm">{t(`hidden.${names}`)}</p>}
      {limit !== null && total > limit && <p className="text-muted text-sm">{t("limited", { limit })}</p>}
      {view === "full" && (
        <Pagination
          total={limit === null ? total : Math.min(limit, total)}
          page={board.page}
          pageSize={PAGE_SIZE}
          path={`/contests/${slug}/board`}
          query={board.freeze.mayChoose ? { board: shows } : {}}
        />
      )}
    </div>
  );
}
