import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Row = Readonly<{
  branch: Readonly<{ id: number; name: string }>;
  depth: number;
  below: number;
  open: number;
  overdue: number;
  done: number;
  waived: number;
  oldest: Date | null;
  rate: number | null;
  flag: Readonly<{ id: number; raisedAt: Date }> | null;
}>;

const COUNTS = ["open", "overdue", "done", "waived"] as const;

/** Branches with what they and everything below owe. In light-burden mode there is no rate. */
export function SupervisionTable({
  rows,
  lightBurden,
  filter,
}: {
  rows: readonly Row[];
  lightBurden: boolean;
  filter: Readonly<Record<string, string>>;
}): ReactNode {
  const [t, tTasks, format] = [useTranslations("taskDesk"), useTranslations("tasks"), useFormatter()];
  const rate: Column<Row> = {
    key: "rate",
    head: t("rate"),
    align: "end",
    cell: ({ rate: percent }) => (
      <span className="tabular">
        {percent === null ? "–" : format.number(percent / 100, { style: "percent", maximumFractionDigits: 1 })}
      </span>
    ),
  };
  return (
    <DataTable
      caption={t("supervision")}
      rows={rows}
      keyOf={({ branch }) => String(branch.id)}
      isOwn={({ depth }) => depth === 0}
      columns={[
        {
          key: "branch",
          head: tTasks("branch"),
          main: true,
          cell: ({ branch, depth, below }) => (
            <span className={depth === 0 ? "font-semibold" : "sm:ps-5"}>
              {below > 0 && depth > 0 ? (
                <Link
                  href={`/desk/tasks/supervision?${new URLSearchParams({ ...filter, branchId: String(branch.id) })}`}
                  className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline"
                >
                  {branch.name}
                </Link>
              ) : (
                branch.name
              )}
            </span>
          ),
        },
        ...COUNTS.map(
          (name): Column<Row> => ({
            key: name,
            head: t(`sums.${name}`),
            align: "end",
            cell: (row) => (
              <span className={`tabular ${name === "overdue" && row.overdue > 0 ? "font-semibold text-amber" : ""}`}>{row[name]}</span>
            ),
          }),
        ),
        ...(lightBurden ? [] : [rate]),
        {
          key: "oldest",
          head: t("oldest"),
          cell: ({ oldest }) => (oldest ? <TimeText at={oldest} form="day" /> : <span aria-hidden>–</span>),
        },
        {
          key: "flag",
          head: t("flag"),
          cell: ({ flag }) =>
            flag ? (
              <Link href={`/tasks/flags/${flag.id}`} className="inline-flex min-h-11 items-center">
                <Badge tone="amber" icon={TriangleAlert}>
                  {t("flagged")}
                </Badge>
              </Link>
            ) : (
              <span aria-hidden>–</span>
            ),
        },
        {
          key: "lists",
          head: t("lists"),
          bare: true,
          cell: ({ branch }) => (
            <Link href={`/desk/tasks/units/${branch.id}`} className="inline-flex min-h-11 items-center text-seal">
              {t("unitLists")}
            </Link>
          ),
        },
      ]}
    />
  );
}
