import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeatCell, type SentCounts, useRateWords } from "#app/desk/reports/heat-cell.tsx";
import { ItemHead, type SentItem } from "#app/desk/reports/item-head.tsx";
import { type Query, reportAddress } from "#app/desk/reports/report-address.ts";
import { Matrix } from "#ui/matrix.tsx";

type Line = Readonly<{ people: number; unfinished: number; total: SentCounts; items: readonly SentCounts[] }>;
type Report = Readonly<{
  programme: Readonly<{ slug: string }>;
  items: readonly SentItem[];
  rows: readonly (Line & Readonly<{ branch: Readonly<{ id: number; name: string }> | null; hasBelow: boolean }>)[];
  whole: Line;
}>;

/** The heat table of branches: a name leads down to its own branches, or to its people where there are none; an item to its not-done list. */
export function BranchMatrix({ report, query }: { report: Report; query: Query }): ReactNode {
  const t = useTranslations("completion");
  const { slug } = report.programme;
  const { items } = report;
  const rates = useRateWords();
  const cells = (line: Line): ReactNode => (
    <>
      <HeatCell counts={line.total} words={rates} />
      <td className="whitespace-nowrap">
        {line.people}
        {line.unfinished > 0 && <span className="block text-muted text-xs">{t("unfinishedPeople", { count: line.unfinished })}</span>}
      </td>
      {line.items.map((counts, at) => (
        <HeatCell key={items[at]?.id} counts={counts} words={rates} />
      ))}
    </>
  );
  return (
    <Matrix label={t("file.branchSheet")}>
      <thead>
        <tr>
          <th scope="col">{t("columns.branch")}</th>
          <th scope="col">{t("totalColumn")}</th>
          <th scope="col">{t("peopleColumn")}</th>
          {items.map((item) => (
            <ItemHead
              key={item.id}
              item={item}
              href={reportAddress(slug, "/not-done", { ...query, module: undefined, item: String(item.id) })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.branch?.id ?? "own"}>
            <th scope="row">
              {row.branch ? (
                <Link
                  href={reportAddress(slug, row.hasBelow ? "" : "/people", { ...query, branchId: String(row.branch.id) })}
                  lang="zh-CN"
                  className="inline-flex min-h-11 items-center hover:text-seal hover:underline"
                >
                  {row.branch.name}
                </Link>
              ) : (
                <span className="font-normal text-muted">{t("ownLine")}</span>
              )}
            </th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("wholeRow")}</th>
          {cells(report.whole)}
        </tr>
      </tfoot>
    </Matrix>
  );
}
