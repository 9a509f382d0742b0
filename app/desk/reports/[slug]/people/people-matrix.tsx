import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeatCell, type SentCounts, useRateWords } from "#app/desk/reports/heat-cell.tsx";
import { ItemHead, type SentItem } from "#app/desk/reports/item-head.tsx";
import { type Query, reportAddress } from "#app/desk/reports/report-address.ts";
import { Matrix } from "#ui/matrix.tsx";
import { type Cell, StateCell, StateSigns, useStateWords } from "./state-cell.tsx";

type Person = Readonly<{
  id: number;
  name: string;
  staffNo: string;
  branch: Readonly<{ id: number; name: string }> | null;
  counts: SentCounts;
  cells: readonly (Cell | null)[];
}>;
type Report = Readonly<{
  programme: Readonly<{ slug: string }>;
  items: readonly SentItem[];
  people: readonly Person[];
  whole: Readonly<{ people: number; unfinished: number; total: SentCounts; items: readonly SentCounts[] }>;
}>;

/** The table of people; the sums at its foot are of everybody the filter leaves, on whatever page they are. */
export function PeopleMatrix({ report, query }: { report: Report; query: Query }): ReactNode {
  const t = useTranslations("completion");
  const { slug } = report.programme;
  const { branchId, audience } = query;
  const [rates, states] = [useRateWords(), useStateWords()];
  return (
    <Matrix label={t("file.peopleSheet")} before={<StateSigns />}>
      <thead>
        <tr>
          <th scope="col">{t(report.people.length > 0 ? "columns.name" : "views.people")}</th>
          <th scope="col">{t("columns.branch")}</th>
          <th scope="col">{t("totalColumn")}</th>
          {report.items.map((item) => (
            <ItemHead key={item.id} item={item} href={reportAddress(slug, "/not-done", { branchId, audience, item: String(item.id) })} />
          ))}
        </tr>
      </thead>
      <tbody>
        {report.people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link
                href={`/desk/people/${person.id}/progress`}
                className="inline-flex min-h-11 flex-wrap items-center gap-x-2 hover:text-seal hover:underline"
              >
                {person.name}
                <span className="tabular font-normal text-muted text-xs">{person.staffNo}</span>
              </Link>
            </th>
            <td className="text-sm">{person.branch?.name ?? <span className="text-muted">{t("movedAway")}</span>}</td>
            <HeatCell counts={person.counts} words={rates} />
            {person.cells.map((state, at) => (
              <StateCell key={report.items[at]?.id} state={state} words={states} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("wholeRow")}</th>
          <td className="whitespace-nowrap text-sm">
            {t("file.people", { people: String(report.whole.people), unfinished: String(report.whole.unfinished) })}
          </td>
          <HeatCell counts={report.whole.total} words={rates} />
          {report.whole.items.map((counts, at) => (
            <HeatCell key={report.items[at]?.id} counts={counts} words={rates} />
          ))}
        </tr>
      </tfoot>
    </Matrix>
  );
}
