import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "#ui/figure.tsx";
import { FigureText } from "./figure-text.tsx";

type Paper = Readonly<{
  attempts: number;
  isEnough: boolean;
  meanPercent: number | null;
  deviationPercent: number | null;
  consistency: number | null;
  errorRatio: number | null;
  standardError: number | null;
  isSamePaper: boolean;
  histogram: readonly number[];
  findings: readonly ("too_easy" | "too_hard" | "narrow" | "wide" | "consistent" | "inconsistent")[];
}>;

/** The figures of the whole paper, how the scores lie, and what that says of it. */
export function PaperFigures({ paper }: { paper: Paper }): ReactNode {
  const t = useTranslations("statistics");
  const most = Math.max(1, ...paper.histogram);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-x-12 gap-y-6">
        <Figure value={paper.attempts} label={t("figures.attempts")} />
        {paper.isEnough ? (
          <>
            <Figure value={<FigureText value={paper.meanPercent} />} label={t("figures.mean")} />
            <Figure value={<FigureText value={paper.deviationPercent} />} label={t("figures.deviation")} />
            {paper.isSamePaper && (
              <>
                <Figure value={<FigureText value={paper.consistency} />} label={t("figures.consistency")} />
                <Figure value={<FigureText value={paper.errorRatio} />} label={t("figures.errorRatio")} />
                <Figure value={<FigureText value={paper.standardError} />} label={t("figures.standardError")} />
              </>
            )}
          </>
        ) : (
          <p className="self-end text-muted">{t("tooFew")}</p>
        )}
      </div>
      {paper.isEnough && !paper.isSamePaper && <p className="text-muted text-sm">{t("drawn")}</p>}
      {paper.findings.length > 0 && (
        <ul className="grid list-disc gap-1 ps-5">
          {paper.findings.map((finding) => (
            <li key={finding}>{t(`findings.${finding}`)}</li>
          ))}
        </ul>
      )}
      {paper.histogram.length > 0 && (
        <figure className="grid gap-2">
          <figcaption className="text-muted text-sm">{t("histogram")}</figcaption>
          <ol className="grid grid-cols-10 items-end gap-1">
            {paper.histogram.map((count, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ten bands in a fixed order
              <li key={at} className="grid gap-1 text-center text-xs">
                <span className="tabular">{t("people", { count })}</span>
                <span className="flex h-24 items-end">
                  <span className="w-full rounded-t-sm bg-seal" style={{ height: `${(100 * count) / most}%` }} />
                </span>
                <span className="tabular text-muted">{t("band", { from: at * 10, to: at === 9 ? 100 : at * 10 + 9 })}</span>
              </li>
            ))}
          </ol>
        </figure>
      )}
    </div>
  );
}
