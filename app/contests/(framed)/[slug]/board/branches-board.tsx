"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { getBranchBoard } from "#server/boards/get-branch-board.ts";
import { classNames } from "#ui/class-names.ts";
import { Empty } from "#ui/empty.tsx";
import { RankBadge } from "#ui/rank-badge.tsx";
import { LiveLine } from "./live-line.tsx";
import { useLiveBoard } from "./use-live-board.ts";

type Board = JsonOf<typeof getBranchBoard>;
type Row = Board["rows"][number];
type Props = { slug: string; shows: "true" | "public"; streamTicket: string; first: Board };

/** The board of branches: its formula in words, and under each line the arithmetic its place follows from. */
export function BranchesBoard({ slug, shows, streamTicket, first }: Props): ReactNode {
  const t = useTranslations("boards");
  const rules = useTranslations("rules");
  // The stream carries the first lines without their arithmetic: it says when, the page asks what.
  const { board, isLive } = useLiveBoard(
    { slug, streamTicket, path: `/api/contests/${slug}/branches?board=${shows}` },
    first,
    (known) => known,
  );
  const { rows, formula, topN, withoutRow } = board;
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <p className="max-w-[38em]">{rules(`formula.${formula}`, { n: topN })}</p>
        <LiveLine isLive={isLive} isFrozen={!board.freeze.showsTruth} asOf={board.asOf} />
      </div>
      {rows.length === 0 ? (
        <Empty title={t("empty")}>{t("emptyBody")}</Empty>
      ) : (
        <ol aria-label={t("branches")} className="grid gap-2">
          {rows.map((row) => (
            <BranchLine key={row.branchId} row={row} formula={formula} topN={topN} />
          ))}
        </ol>
      )}
      {withoutRow > 0 && <p className="text-muted text-sm">{t("withoutRow", { count: withoutRow })}</p>}
    </div>
  );
}

function BranchLine({ row, formula, topN }: { row: Row; formula: string; topN: number }): ReactNode {
  const t = useTranslations("boards");
  const valueOf = (milli: number): string => (formula === "participation" ? `${pointsText(milli)}%` : pointsText(milli));
  const { rank, name, eligible, participants, adjustedMilli, own } = row;
  return (
    <li>
      <details className={classNames("group rounded-md border bg-raised", own ? "border-seal" : "border-line")}>
        <summary className="grid min-h-14 grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-3 px-3 py-2 sm:px-4">
          {participants > 0 ? (
            <RankBadge rank={rank} />
          ) : (
            <span className="tabular grid size-8 place-items-center font-display text-muted">{rank}</span>
          )}
          <span className="min-w-0">
            <span className="block font-semibold leading-snug">
              {name}
              {own && <span className="ms-2 font-normal text-seal text-sm">{t("ownBranch")}</span>}
            </span>
            <span className="tabular text-muted text-sm">{t("tookPart", { participants, eligible })}</span>
          </span>
          <strong className="tabular text-lg">{valueOf(adjustedMilli)}</strong>
          <ChevronDown aria-hidden className="size-4 flex-none text-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="tabular grid gap-1.5 border-line border-t px-4 py-3 text-sm">
          <p className="font-medium">{t("why")}</p>
          <Arithmetic row={row} formula={formula} topN={topN} valueOf={valueOf} />
          <p className="text-muted">{t("tieFigures", { participants, eligible, time: raceTime(row.totalMs) })}</p>
        </div>
      </details>
    </li>
  );
}

function Arithmetic({
  row,
  formula,
  topN,
  valueOf,
}: {
  row: Row;
  formula: string;
  topN: number;
  valueOf: (milli: number) => string;
}): ReactNode {
  const t = useTranslations("boards.arithmetic");
  const { eligible, participants, sumMilli, rawMilli, adjustedMilli, meanMilli, shrunk } = row;
  const raw = valueOf(rawMilli);
  return (
    <>
      <p>{t(formula, { sum: pointsText(sumMilli), eligible, participants, n: topN, top: pointsText(rawMilli * topN), raw })}</p>
      {shrunk && <p>{t("shrunk", { eligible, raw, mean: valueOf(meanMilli), adjusted: valueOf(adjustedMilli) })}</p>}
    </>
  );
}
