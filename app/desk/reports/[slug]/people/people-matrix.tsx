import { Check, CircleAlert, CircleDashed, CircleSlash, ClockAlert, type LucideIcon, Minus, MoveRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeatCell, type SentCounts } from "#app/desk/reports/heat-cell.tsx";
import { ItemHead, type SentItem } from "#app/desk/reports/item-head.tsx";
import { type Query, reportAddress } from "#app/desk/reports/report-address.ts";
import type { TaskState } from "#domain/tasks/state.ts";
import { Matrix } from "#ui/matrix.tsx";

type Cell = TaskState | "elsewhere";
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

const LOOKS: Readonly<Record<Cell, readonly [LucideIcon, string, string?]>> = {
  done: [Check, "text-pine", "all"],
  done_late: [ClockAlert, "text-indigo", "most"],
  open: [CircleDashed, "text-muted"],
  overdue: [CircleAlert, "text-seal", "none"],
  waived: [CircleSlash, "text-muted"],
  cancelled: [Minus, "text-muted"],
  elsewhere: [MoveRight, "text-muted"],
};

/** How one task stands: a sign, a word, and a ground. */
function StateCell({ state }: { state: Cell | null }): ReactNode {
  const t = useTranslations("completion");
  if (state === null)
    return (
      <td className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("cellNone")}</span>
      </td>
    );
  const [Icon, words, heat] = LOOKS[state];
  return (
    <td data-heat={heat}>
      <span className={`flex items-center gap-1 whitespace-nowrap text-sm ${words}`}>
        <Icon aria-hidden className="size-4 flex-none" />
        {t(`cells.${state}`)}
      </span>
    </td>
  );
}

/** The table of people; the sums at its foot are of everybody the filter leaves, on whatever page they are. */
export function PeopleMatrix({ report, query }: { report: Report; query: Query }): ReactNode {
  const t = useTranslations("completion");
  const { slug } = report.programme;
  const { branchId, audience } = query;
  return (
    <Matrix label={t("file.peopleSheet")}>
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
            <HeatCell counts={person.counts} />
            {person.cells.map((state, at) => (
              <StateCell key={report.items[at]?.id} state={state} />
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
          <HeatCell counts={report.whole.total} />
          {report.whole.items.map((counts, at) => (
            <HeatCell key={report.items[at]?.id} counts={counts} />
          ))}
        </tr>
      </tfoot>
    </Matrix>
  );
}
