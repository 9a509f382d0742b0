import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "#ui/table.tsx";

type Titled = Readonly<{ id: number; title: string; titleEn: string }>;
type Group = Readonly<{
  branch: Readonly<{ id: number; name: string }>;
  item: Titled & Readonly<{ owner: "person" | "unit" }>;
  programme: Titled;
  counts: Readonly<{ open: number; overdue: number; done: number; doneLate: number; waived: number; cancelled: number }>;
}>;

const COUNTS = ["open", "overdue", "done", "doneLate", "waived"] as const;

/** How many tasks of each branch and item stand how: the ledger where no names are shown. */
export function GroupTable({ groups, empty }: { groups: readonly Group[]; empty: ReactNode }): ReactNode {
  const [t, tTasks, isEnglish] = [useTranslations("taskDesk"), useTranslations("tasks"), useLocale() === "en"];
  const titleOf = ({ title, titleEn }: Titled) => (isEnglish && titleEn) || title;
  const words = { open: "open", overdue: "overdue", done: "done", doneLate: "done_late", waived: "waived" } as const;
  return (
    <DataTable
      caption={t("counts")}
      rows={groups}
      keyOf={({ branch, item }) => `${branch.id}.${item.id}`}
      empty={empty}
      columns={[
        {
          key: "branch",
          head: tTasks("branch"),
          main: true,
          cell: ({ branch }) => (
            <Link
              href={`/desk/tasks/units/${branch.id}`}
              className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline"
            >
              {branch.name}
            </Link>
          ),
        },
        { key: "programme", head: t("programme"), cell: ({ programme }) => titleOf(programme) },
        { key: "item", head: t("item"), cell: ({ item }) => titleOf(item) },
        ...COUNTS.map((name) => ({
          key: name,
          head: tTasks(`states.${words[name]}`),
          align: "end" as const,
          cell: ({ counts }: Group) => (
            <span className={`tabular ${name === "overdue" && counts.overdue > 0 ? "font-semibold text-amber" : ""}`}>{counts[name]}</span>
          ),
        })),
      ]}
    />
  );
}
