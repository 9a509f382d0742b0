import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
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
/** What the cells of one table say; got once a table, since a table has thousands of them. */
export type RateWords = Readonly<{ ofDue: (done: number, due: number) => string; nothingDue: string }>;

const dueOf = ({ assigned, waived, cancelled }: SentCounts): number => assigned - waived - cancelled;

/** The words of rates. The same sums come again and again in a table, and each is put into words once. */
export function useRateWords(): RateWords {
  const t = useTranslations("completion");
  const said = new Map<string, string>();
  const ofDue = (done: number, due: number): string => {
    const key = `${done}/${due}`;
    const words = said.get(key) ?? t("ofDue", { done, due });
    said.set(key, words);
    return words;
  };
  return { ofDue, nothingDue: t("nothingDue") };
}

/** One rate as a cell: the number, its arithmetic, a bar, and only then a colour. Two elements and no more: a page has five thousand (P17). */
export function HeatCell({ counts, words }: { counts: SentCounts; words: RateWords }): ReactNode {
  const { percent } = counts;
  const band = heatOf(percent);
  if (band === null || percent === null)
    return (
      <td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{words.nothingDue}</span>
      </td>
    );
  return (
    <td className="rate" data-heat={band} style={{ "--rate": percent } as CSSProperties}>
      <b>{percent}%</b> {words.ofDue(counts.done, dueOf(counts))}
    </td>
  );
}
