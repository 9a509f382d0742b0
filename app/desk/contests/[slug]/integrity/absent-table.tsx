import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "#ui/table.tsx";

type Line = Readonly<{
  attemptId: number;
  entryId: number;
  name: string;
  branchName: string;
  long: number;
  all: number;
  longestMs: number;
}>;

/** Who left the page, those with the most long absences first; each line leads to the log. */
export function AbsentTable({ rows, path }: { rows: readonly Line[]; path: string }): ReactNode {
  const t = useTranslations("integrity");
  const tAbsences = useTranslations("absences");
  const columns: Column<Line>[] = [
    {
      key: "name",
      head: t("name"),
      main: true,
      cell: ({ attemptId, name }) => (
        <Link href={`${path}?attempt=${attemptId}`} className="text-seal">
          {name}
        </Link>
      ),
    },
    { key: "branch", head: t("branch"), cell: ({ branchName }) => branchName },
    { key: "long", head: t("long"), align: "end", cell: ({ long }) => long },
    { key: "all", head: t("all"), align: "end", cell: ({ all }) => all },
    {
      key: "longest",
      head: t("longest"),
      align: "end",
      cell: ({ longestMs }) => tAbsences("seconds", { seconds: Math.round(longestMs / 1_000) }),
    },
    {
      key: "propose",
      head: t("propose"),
      bare: true,
      align: "end",
      cell: ({ entryId, name }) => (
        <Link
          href={`${path}?entry=${entryId}&name=${encodeURIComponent(name)}`}
          aria-label={t("proposeFor", { name })}
          className="inline-flex min-h-11 items-center text-seal"
        >
          {t("propose")}
        </Link>
      ),
    },
  ];
  return <DataTable caption={t("absent")} columns={columns} rows={rows} keyOf={({ attemptId }) => String(attemptId)} />;
}
