"use client";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";

/** `under` gives way to a long name, unless it is kept: how many took part is short and said in full. */
export type ScreenLine = Readonly<{
  key: string;
  rank: number | null;
  name: string;
  under?: string | undefined;
  isUnderKept?: boolean;
  value: string;
}>;

const podium = ["text-gold-ink", "text-silver-ink", "text-bronze-ink"];

/** So many lines as one list, each as high as a share of `rows` of the space: nothing is cut off, whatever the ratio. */
export function ScreenLines({ title, lines, rows }: { title: string; lines: readonly ScreenLine[]; rows: number }): ReactNode {
  return (
    <section aria-label={title} className="grid h-full min-w-0 grid-rows-[auto_minmax(0,1fr)]">
      <h2 className="border-seal border-b-[0.3vh] pb-[0.6vh] font-semibold text-[0.85em] text-seal">{title}</h2>
      <ol className="grid min-h-0" style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}>
        {lines.slice(0, rows).map(({ key, rank, name, under, isUnderKept = false, value }) => (
          <li key={key} className="grid min-h-0 grid-cols-[2.2em_minmax(0,1fr)_auto] items-center gap-[0.4em] border-line border-b">
            <span className={classNames("tabular text-center font-bold font-display", rank !== null && (podium[rank - 1] ?? "text-muted"))}>
              {rank ?? "–"}
            </span>
            <span className="flex min-w-0 items-baseline gap-[0.5em]">
              <span className={classNames("font-semibold", isUnderKept ? "min-w-0 truncate" : "max-w-full flex-none truncate")}>
                {name}
              </span>
              {under && (
                <span className={classNames("text-[0.7em] text-muted", isUnderKept ? "flex-none" : "min-w-0 truncate")}>{under}</span>
              )}
            </span>
            <strong className="tabular">{value}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
