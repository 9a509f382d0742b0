import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Blueprint, BlueprintLine } from "#domain/contests/rules.ts";
import { type Column, DataTable } from "#ui/table.tsx";

type Numbered = BlueprintLine & { number: number };

/** What a paper is drawn from, line by line: for organizers, never for members. */
export function BlueprintTable({ blueprint }: { blueprint: Blueprint }): ReactNode {
  const t = useTranslations("contestDesk");
  const format = useFormatter();
  const columns: Column<Numbered>[] = [
    { key: "category", head: t("fields.category"), main: true, cell: ({ category }) => category ?? t("anyCategory") },
    { key: "kind", head: t("fields.kind"), cell: ({ kind }) => (kind ? t(`kinds.${kind}`) : t("anyKind")) },
    {
      key: "difficulty",
      head: t("columns.difficulty"),
      cell: ({ difficulty: [from, to] }) => (from === to ? from : t("range", { from, to })),
    },
    { key: "count", head: t("fields.count"), align: "end", cell: ({ count }) => count },
    { key: "points", head: t("fields.points"), align: "end", cell: ({ worth }) => format.number(worth / 1_000) },
  ];
  return (
    <DataTable
      caption={t("parts.paper")}
      rows={blueprint.map((line, place) => ({ ...line, number: place + 1 }))}
      keyOf={({ number }) => String(number)}
      columns={columns}
    />
  );
}
