import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { heatOf } from "#domain/completion/heat.ts";

export type SentCounts = Readonly<{
  assigned: number;
  done: number;
  late: number;
  open: number;
  overdue: number;
  waived: number;
  cancelled: number;
  percent: number | null;
}>;

const dueOf = ({ assigned, waived, cancelled }: SentCounts): number => assigned - waived - cancelled;
const BAR = { none: "fill-seal", low: "fill-amber", half: "fill-edge", most: "fill-indigo", all: "fill-pine" };

/** One rate as a cell: the number, its arithmetic, a bar, and only then a colour. */
export function HeatCell({ counts }: { counts: SentCounts }): ReactNode {
  const t = useTranslations("completion");
  const band = heatOf(counts.percent);
  if (band === null || counts.percent === null)
    return (
      <td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("nothingDue")}</span>
      </td>
    );
  return (
    <td data-heat={band}>
      <span className="flex items-baseline justify-between gap-2 whitespace-nowrap">
        <span className="font-semibold">{counts.percent}%</span>
        <span className="text-muted text-xs">{t("ofDue", { done: counts.done, due: dueOf(counts) })}</span>
      </span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1 h-1 w-full" aria-hidden="true">
        <rect width={100} height={4} className="fill-line" />
        <rect width={counts.percent} height={4} className={BAR[band]} />
      </svg>
      <span className="sr-only">{t(`bands.${band}`)}</span>
    </td>
  );
}
