"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "#ui/table.tsx";
import type { ImportKind, ImportRow } from "./import-reply.ts";

type Part = "adds" | "changes" | "moves";
type Name = "staffNo" | "code" | "name" | "branchName" | "account" | "tags" | "branchCode" | "parentCode" | "kind" | "from" | "to";

const COLUMNS: Record<ImportKind, Record<Part, readonly Name[]>> = {
  people: {
    adds: ["staffNo", "name", "account", "branchCode", "tags"],
    changes: ["staffNo", "name", "account", "tags"],
    moves: ["staffNo", "name", "from", "to"],
  },
  branches: {
    adds: ["code", "branchName", "parentCode", "kind"],
    changes: ["code", "branchName", "kind"],
    moves: ["code", "branchName", "from", "to"],
  },
};

/** What would be added, changed or moved, row by row as the file numbers them. */
export function PlannedRows(props: { kind: ImportKind; part: Part; rows: readonly ImportRow[]; total: number }): ReactNode {
  const { kind, part, rows, total } = props;
  const t = useTranslations("importDesk");
  if (rows.length === 0) return null;
  const both = (value: ImportRow["name"]) => (typeof value === "object" && value !== null ? t("fromTo", value) : value) || "–";
  const cells: Record<Name, (row: ImportRow) => ReactNode> = {
    staffNo: ({ staffNo }) => staffNo,
    code: ({ code }) => code,
    name: ({ name }) => both(name),
    branchName: ({ name }) => both(name),
    account: ({ account }) => account ?? "–",
    tags: ({ tags }) => (tags ? tags.join(" · ") || (part === "changes" ? t("noTags") : "–") : "–"),
    branchCode: ({ branchCode }) => branchCode,
    parentCode: ({ parentCode }) => parentCode ?? t("top"),
    kind: (row) => both(row.kind),
    from: ({ fromCode }) => fromCode ?? t("top"),
    to: ({ toCode }) => toCode,
  };
  const columns: readonly Column<ImportRow>[] = [
    ...COLUMNS[kind][part].map((name, at) => ({ key: name, head: t(name), cell: cells[name], ...(at === 0 && { main: true as const }) })),
    { key: "row", head: t("row"), align: "end", cell: ({ row }) => row },
  ];
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">
        {t(part)} <span className="tabular font-normal text-muted">{total}</span>
      </h3>
      <DataTable caption={t(part)} rows={rows} keyOf={({ row }) => String(row)} columns={columns} />
      {total > rows.length && <p className="text-muted text-sm">{t("first", { shown: rows.length, total })}</p>}
    </section>
  );
}
