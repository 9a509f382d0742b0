import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PromotedBy } from "#domain/stages/promotion-rules.ts";
import { Badge } from "#ui/badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { pointsText } from "./points-text.ts";

type Row = Readonly<{
  rank: number;
  name: string | null;
  branchName: string;
  division: string | null;
  kind: "promoted" | "reserve";
  scoreMilli: number;
  why: readonly PromotedBy[];
}>;

/** A list of who goes on, in the order of the board, with every rule by which. */
export function PromotionTable({ rows, caption, empty }: { rows: readonly Row[]; caption: string; empty: ReactNode }): ReactNode {
  const t = useTranslations("stages");
  const columns: Column<Row>[] = [
    { key: "rank", head: t("rank"), cell: ({ rank }) => rank },
    {
      ...{ key: "name", head: t("name"), main: true },
      cell: ({ name, branchName, division }) => (
        <>
          <span className="font-semibold">{name ?? t("anonymous")}</span>
          <span className="block text-muted text-sm">{[branchName, division].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "points", head: t("points"), align: "end", cell: ({ scoreMilli }) => pointsText(scoreMilli) },
    { key: "kind", head: t("kind"), cell: ({ kind }) => <Badge tone={kind === "promoted" ? "pine" : "plain"}>{t(`kinds.${kind}`)}</Badge> },
    { key: "why", head: t("why"), cell: ({ why }) => why.map((by) => t(`whys.${by}`)).join(" · ") },
  ];
  const keyOf = (row: Row) => String(rows.indexOf(row));
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={keyOf} empty={empty} />;
}
