"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { valueText } from "#app/screen/board-lines.ts";
import { ScreenFrame } from "#app/screen/screen-frame.tsx";
import { classNames } from "#ui/class-names.ts";
import { RevealControls } from "./reveal-controls.tsx";
import { RevealStart } from "./reveal-start.tsx";
import { type RevealPage, useReveal, useRevealKeys } from "./use-reveal.ts";

type Running = NonNullable<RevealPage["running"]>;

/** The ceremony of a frozen board: the lowest line with something hidden opens, and the lines move, until the true board stands. */
export function RevealScreen({ first }: { first: RevealPage }): ReactNode {
  const t = useTranslations("screen.reveal");
  const reveal = useReveal(first);
  const { page, isDown } = reveal;
  const typed = useRevealKeys(reveal.move);
  const { running, contest, board } = page;
  return (
    <ScreenFrame
      title={contest.title}
      isFrozen={page.isFrozen}
      isDown={isDown}
      aside={<p className="font-semibold text-muted">{t(`of.${board}`)}</p>}
      foot={running ? <RevealControls {...reveal} running={running} typed={typed} /> : null}
    >
      {running ? (
        <div className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-[1vh]">
          <Told running={running} />
          <Lines running={running} formula={board === "branches" ? contest.formula : "total"} />
        </div>
      ) : (
        <RevealStart {...reveal} />
      )}
    </ScreenFrame>
  );
}

/** What the last step did, in words: read out, and seen from the last row. */
function Told({ running: { last, step, steps } }: { running: Running }): ReactNode {
  const t = useTranslations("screen.reveal");
  const name = last?.name ?? last?.branchName ?? t("anonymous");
  const words = (): string => {
    if (!last) return step === 0 ? t("begins") : "";
    if (last.kind === "award") return t("award", { name, rank: last.to ?? 0 });
    if (last.to === null) return t("gone", { name });
    if (last.from === null) return t("came", { name, rank: last.to });
    return t(last.to < last.from ? "rose" : last.to > last.from ? "fell" : "stayed", { name, rank: last.to });
  };
  return (
    <p
      aria-live="polite"
      className={classNames(
        "truncate rounded-md px-[0.6em] py-[0.25em] text-center font-bold",
        last?.kind === "award" ? "bg-gold-wash font-display text-[1.5em] text-gold-ink" : "bg-sunken text-[1.1em]",
      )}
    >
      {words()}
      {step === steps && <span className="ms-[1em] font-normal text-[0.7em] text-muted">{t("done")}</span>}
    </p>
  );
}

function Lines({ running: { lines }, formula }: { running: Running; formula: string }): ReactNode {
  const t = useTranslations("screen.reveal");
  return (
    <ol
      aria-label={t("lines")}
      className="grid min-h-0"
      style={{ gridTemplateRows: `repeat(${Math.max(10, lines.length)}, minmax(0, 1fr))` }}
    >
      {lines.map(({ key, rank, name, branchName, valueMilli, hidden, isSettled, isNext, hasMoved }) => (
        <li
          key={key}
          aria-current={hasMoved || undefined}
          className={classNames(
            "grid min-h-0 grid-cols-[2.4em_minmax(0,1fr)_auto_4em] items-center gap-[0.5em] border-line border-b px-[0.4em]",
            isNext && "bg-indigo-wash",
            hasMoved && "bg-seal-wash",
            isSettled && !hasMoved && "text-muted",
          )}
        >
          <span className="tabular text-center font-bold font-display">{rank ?? "–"}</span>
          <span className="min-w-0 truncate">
            <span className="font-semibold">{name ?? branchName ?? t("anonymous")}</span>
            {name && branchName && <span className="ms-[0.6em] text-[0.7em] text-muted">{branchName}</span>}
          </span>
          <span className="text-[0.7em] text-indigo">{hidden > 0 ? t("hidden", { count: hidden }) : ""}</span>
          <strong className="tabular text-end">{valueMilli === null ? "–" : valueText(formula, valueMilli)}</strong>
        </li>
      ))}
    </ol>
  );
}
