import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeatCell, useRateWords } from "#app/desk/reports/heat-cell.tsx";
import { type Query, reportAddress } from "#app/desk/reports/report-address.ts";
import type { RadarAxis } from "#domain/completion/radar.ts";
import { Matrix } from "#ui/matrix.tsx";
import { RadarMark } from "#ui/radar-mark.tsx";

type Point = Readonly<{ axis: RadarAxis; done: number; due: number; percent: number | null }>;
type Row = Readonly<{ branch: Readonly<{ id: number; name: string }> | null; radar: readonly Point[] }>;

/** A point of a radar as a cell of a heat table: what is waived or cancelled is not due, so nothing of it is left to tell. */
const asCounts = ({ done, due, percent }: Point) => ({
  assigned: due,
  done,
  late: 0,
  open: due - done,
  overdue: 0,
  waived: 0,
  cancelled: 0,
  percent,
});

/**
 * The sides of each branch, with the arithmetic of each, in tree order and never by rate; a name leads to that branch's own figure. An
 * axis on which the programme has nothing has no column.
 */
export function BranchRadars({
  slug,
  rows,
  whole,
  query,
}: {
  slug: string;
  rows: readonly Row[];
  whole: readonly Point[];
  query: Query;
}): ReactNode {
  const t = useTranslations("completion");
  const rates = useRateWords();
  const axes = whole.filter(({ due }) => due > 0).map(({ axis }) => axis);
  const cells = (radar: readonly Point[]): ReactNode => (
    <>
      <td>
        <RadarMark percents={radar.map(({ percent }) => percent)} />
      </td>
      {radar
        .filter(({ axis }) => axes.includes(axis))
        .map((point) => (
          <HeatCell key={point.axis} counts={asCounts(point)} words={rates} />
        ))}
    </>
  );
  return (
    <Matrix label={t("radarBranches")}>
      <thead>
        <tr>
          <th scope="col">{t("columns.branch")}</th>
          <th scope="col">{t("radarShape")}</th>
          {axes.map((axis) => (
            <th key={axis} scope="col">
              {t(`axes.${axis}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ branch, radar }) => (
          <tr key={branch?.id ?? "own"}>
            <th scope="row">
              {branch ? (
                <Link
                  href={`${reportAddress(slug, "", { ...query, branchId: String(branch.id) })}#radar`}
                  lang="zh-CN"
                  className="inline-flex min-h-11 items-center hover:text-seal hover:underline"
                >
                  {branch.name}
                </Link>
              ) : (
                <span className="font-normal text-muted">{t("ownLine")}</span>
              )}
            </th>
            {cells(radar)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("wholeRow")}</th>
          {cells(whole)}
        </tr>
      </tfoot>
    </Matrix>
  );
}
