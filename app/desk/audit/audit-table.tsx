import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { auditWords } from "./audit-words.ts";
import { Difference } from "./difference.tsx";

type Named = Readonly<{ id: number; name: string }>;
type Row = Readonly<{
  id: number;
  doneAt: Date;
  actor: Named | null;
  action: string;
  object: string;
  objectId: number | null;
  branch: Named | null;
  before?: unknown;
  after?: unknown;
  reason: string;
}>;
type Props = { rows: readonly Row[]; branchNames: ReadonlyMap<number, string>; empty: ReactNode };

/** Objects that have a desk page under their number. */
const PAGES: Readonly<Record<string, string>> = { person: "/desk/people", branch: "/desk/branches" };

/** The ledger, one entry a row; what was and what is behind 查看内容. */
export async function AuditTable({ rows, branchNames, empty }: Props): Promise<ReactNode> {
  const [t, words] = await Promise.all([getTranslations("auditDesk"), auditWords()]);
  const objectOf = ({ object, objectId }: Row): ReactNode => {
    const name = objectId === null ? words.objectName(object) : t("objectNo", { object: words.objectName(object), id: String(objectId) });
    const page = PAGES[object];
    if (!page || objectId === null) return name;
    return (
      <Link href={`${page}/${objectId}`} className="inline-flex min-h-11 items-center hover:text-seal hover:underline">
        {name}
      </Link>
    );
  };
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      keyOf={({ id }) => String(id)}
      empty={empty}
      columns={[
        { key: "action", head: t("columns.action"), main: true, cell: ({ action }) => words.actionName(action) },
        { key: "at", head: t("columns.at"), cell: ({ doneAt }) => <TimeText at={doneAt} /> },
        { key: "actor", head: t("columns.actor"), cell: ({ actor }) => actor?.name ?? t("nobody") },
        { key: "object", head: t("columns.object"), cell: objectOf },
        { key: "branch", head: t("columns.branch"), cell: ({ branch }) => branch?.name ?? "–" },
        { key: "reason", head: t("columns.reason"), cell: ({ reason }) => reason || "–" },
        {
          key: "what",
          head: t("columns.what"),
          cell: ({ before, after }) => <Difference before={before} after={after} branchNames={branchNames} />,
        },
      ]}
    />
  );
}
