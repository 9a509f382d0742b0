"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { branchLines, type PublicBoard, personLines, teamLines } from "#app/screen/board-lines.ts";
import { ScreenFrame } from "#app/screen/screen-frame.tsx";
import { ScreenLines } from "#app/screen/screen-lines.tsx";
import { useKept } from "#app/screen/use-kept.ts";
import type { getOverviewScreen } from "#server/boards/get-overview-screen.ts";

type Screen = JsonOf<typeof getOverviewScreen>;

const EVERY_MS = 5_000;
const ROWS = 3;

/** Everything that runs now, a card each: how far, who has come, the first three. */
export function OverviewScreen({ first }: { first: Screen }): ReactNode {
  const t = useTranslations("screen");
  const { value, isDown } = useKept<Screen>("/api/desk/screen", first, EVERY_MS);
  const { boards } = value;
  return (
    <ScreenFrame title={t("overview")} isDown={isDown} foot={t("running", { count: boards.length })}>
      {boards.length === 0 ? (
        <p className="grid h-full place-items-center text-[1.4em] text-muted">{t("nothing")}</p>
      ) : (
        <ul
          className="grid h-full auto-rows-[minmax(0,1fr)] gap-[2vh]"
          style={{ gridTemplateColumns: `repeat(${boards.length > 1 ? 2 : 1}, minmax(0, 1fr))` }}
        >
          {boards.map((board) => (
            <Card key={board.slug} board={board} isSmall={boards.length > 4} />
          ))}
        </ul>
      )}
    </ScreenFrame>
  );
}

function Card({ board, isSmall }: { board: PublicBoard; isSmall: boolean }): ReactNode {
  const t = useTranslations("screen");
  // A contest of teams is told by its teams, any other by its branches while it ranks them.
  const kinds = { teams: teamLines(board, t("anonymous")), branches: branchLines(board), persons: personLines(board, t("anonymous")) };
  const kind = (["teams", "branches"] as const).find((name) => kinds[name].length > 0) ?? "persons";
  const lines = kinds[kind];
  return (
    <li className="grid min-h-0 min-w-0 grid-rows-[auto_auto_minmax(0,1fr)] gap-[0.8vh] rounded-md border border-line bg-raised p-[1.6vh]">
      <h2 className="truncate font-bold font-display">{board.title}</h2>
      <p className="tabular text-[0.75em] text-muted">
        <span className="me-[1em] font-semibold text-seal">{t(`phases.${board.phase}`)}</span>
        {board.isFrozen && <span className="me-[1em] font-semibold text-indigo">{t("frozen")}</span>}
        {board.shown && t("figures", { total: board.total, eligible: board.eligible })}
      </p>
      {!isSmall && board.shown && lines.length > 0 && <ScreenLines title={t(kind)} lines={lines} rows={ROWS} />}
    </li>
  );
}
