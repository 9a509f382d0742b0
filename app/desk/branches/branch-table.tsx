import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DataTable } from "#ui/table.tsx";

type Branch = Readonly<{
  id: number;
  name: string;
  code: string;
  kind: string;
  depth: number;
  members: number;
  membersBelow: number;
  closedAt: Date | null;
}>;

/** How far a name is set in, by its depth in the tree; deeper ones stand with the deepest. Classes, because a strict content policy bars inline styles. */
const INDENTS = ["", "ps-6", "ps-12", "ps-18", "ps-24", "ps-30", "ps-36"];
const indentOf = (depth: number) => INDENTS[Math.min(depth, INDENTS.length - 1)] ?? "";

/** The tree as a table: a branch, then all below it, set in by depth. */
export function BranchTable({ branches, caption, empty }: { branches: readonly Branch[]; caption: string; empty: ReactNode }): ReactNode {
  const t = useTranslations("branchesDesk");
  return (
    <DataTable
      caption={caption}
      rows={branches}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        {
          key: "name",
          head: t("columns.name"),
          main: true,
          cell: ({ id, name, depth, closedAt }) => (
            <span className={`flex items-center gap-2 ${indentOf(depth)}`}>
              {depth > 0 && <span aria-hidden className="h-3 w-2.5 flex-none -translate-y-1 rounded-es-sm border-edge border-s border-b" />}
              <Link href={`/desk/branches/${id}`} className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline">
                {name}
              </Link>
              {closedAt && <Badge>{t("closed")}</Badge>}
            </span>
          ),
        },
        { key: "code", head: t("columns.code"), cell: ({ code }) => <span className="tabular">{code}</span> },
        { key: "kind", head: t("columns.kind"), cell: ({ kind }) => kind || "–" },
        { key: "members", head: t("columns.members"), align: "end", cell: ({ members }) => <span className="tabular">{members}</span> },
        {
          key: "below",
          head: t("columns.below"),
          align: "end",
          cell: ({ id, membersBelow }) => (
            <Link
              href={`/desk/people?branchId=${id}`}
              className="tabular inline-flex min-h-11 min-w-11 items-center justify-end underline underline-offset-4 hover:text-seal"
            >
              {membersBelow}
            </Link>
          ),
        },
      ]}
    />
  );
}
