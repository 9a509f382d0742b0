"use client";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import { branchLines, type PublicBoard, personLines, teamLines } from "#app/screen/board-lines.ts";
import { ScreenFrame } from "#app/screen/screen-frame.tsx";
import { type ScreenLine, ScreenLines } from "#app/screen/screen-lines.tsx";
import { useKept } from "#app/screen/use-kept.ts";
import type { getContestScreen } from "#server/boards/get-contest-screen.ts";
import { clockOf } from "#ui/timer.tsx";

type Screen = JsonOf<typeof getContestScreen>;

const EVERY_MS = 2_000;
/** Lines a hall reads from its last row; the rest comes by turns. */
const ROWS = 8;
const TURN_MS = 12_000;

/** How often the lists have turned: each shows its stretches one after the other, by itself. */
function useTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

type List = Readonly<{ title: string; lines: readonly ScreenLine[] }>;
const stretchesOf = ({ title, lines }: List): List[] =>
  Array.from({ length: Math.ceil(lines.length / ROWS) }, (_, at) => ({ title, lines: lines.slice(at * ROWS, (at + 1) * ROWS) }));

/** From two days on nobody counts hours. */
const DAY_MS = 86_400_000;

/** Server time, by what was told last and the device's monotonic clock. */
function useServerNow(serverNow: string): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const offset = Date.parse(serverNow) - performance.now();
    const look = (): void => setNow(performance.now() + offset);
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
}

/** The board of a contest before a hall: people and branches beside each other, the time that is left, who has come. */
export function ContestScreen({ first }: { first: Screen }): ReactNode {
  const t = useTranslations("screen");
  const { value, isDown } = useKept<Screen>(`/api/desk/contests/${first.board.slug}/screen`, first, EVERY_MS);
  const { board } = value;
  const now = useServerNow(value.serverNow);
  const until = Date.parse(board.phase === "announced" || board.phase === "lobby" ? board.opensAt : board.closesAt);
  const left = now !== null && ["announced", "lobby", "open"].includes(board.phase) ? Math.max(0, until - now) : null;
  return (
    <ScreenFrame
      title={board.title}
      isFrozen={board.isFrozen}
      isDown={isDown}
      aside={
        left === null ? (
          <p className="font-semibold text-muted">{t(`phases.${board.phase}`)}</p>
        ) : (
          <p role="timer" className="tabular font-bold text-[1.2em]">
            <span className="me-[0.5em] font-normal text-[0.6em] text-muted">{t(board.phase === "open" ? "closesIn" : "opensIn")}</span>
            {left < 2 * DAY_MS ? clockOf(left) : t("days", { days: Math.floor(left / DAY_MS) })}
          </p>
        )
      }
      foot={board.shown && <Figures board={board} />}
    >
      {board.shown ? (
        <Lists board={board} />
      ) : (
        <p className="grid h-full place-items-center text-[1.4em] text-muted">{t(waiting(board))}</p>
      )}
    </ScreenFrame>
  );
}

const waiting = ({ isFrozen, phase }: PublicBoard): string => {
  if (isFrozen) return "freezing";
  return phase === "announced" || phase === "lobby" ? "before" : "closed";
};

function Figures({ board: { total, eligible, asOf, isFrozen } }: { board: PublicBoard }): ReactNode {
  const t = useTranslations("screen");
  const at = useFormatter().dateTime(new Date(asOf), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <p className="tabular">
      {t("figures", { total, eligible })}
      {isFrozen && <span className="ms-[1em]">{t("standsAt", { at })}</span>}
    </p>
  );
}

/** At most two lists beside each other; in a contest of teams theirs stands, and people and branches take turns beside it. */
function Lists({ board }: { board: PublicBoard }): ReactNode {
  const t = useTranslations("screen");
  const turn = useTurn();
  if (board.total === 0) return <p className="grid h-full place-items-center text-[1.4em] text-muted">{t("empty")}</p>;
  const lists = [
    { title: t("teams"), lines: teamLines(board, t("anonymous")) },
    { title: t("persons"), lines: personLines(board, t("anonymous")) },
    { title: t("branches"), lines: branchLines(board) },
  ].filter(({ lines }) => lines.length > 0);
  const [first, ...others] = lists;
  if (!first) return <p className="grid h-full place-items-center text-[1.4em] text-muted">{t("noPlaces")}</p>;
  const shown = [stretchesOf(first), others.flatMap(stretchesOf)].flatMap((stretches) => stretches[turn % stretches.length] ?? []);
  return (
    <div className={shown.length > 1 ? "grid h-full grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] gap-[3vw]" : "grid h-full"}>
      {shown.map(({ title, lines }) => (
        <ScreenLines key={title} title={title} lines={lines} rows={ROWS} />
      ))}
    </div>
  );
}
