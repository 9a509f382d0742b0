import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Medal } from "#domain/awards/award-rules.ts";
import { Badge } from "#ui/badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { pointsText } from "./points-text.ts";

type Row = Readonly<{
  award: Medal | "organisation";
  name: string | null;
  branchName: string;
  division: string | null;
  rank: number;
  scoreMilli: number | null;
  participants: number | null;
  eligible: number | null;
}>;

/** A list of awards: medals with the result that won them, organisation awards with who took part of how many. */
export function AwardTable({ rows, caption, empty }: { rows: readonly Row[]; caption: string; empty: ReactNode }): ReactNode {
  const t = useTranslations("awards");
  const columns: Column<Row>[] = [
    { key: "award", head: t("award"), cell: ({ award }) => <Badge tone="gold">{t(`kinds.${award}`)}</Badge> },
    {
      ...{ key: "name", head: t("name"), main: true },
      cell: ({ name, branchName, division }) => (
        <>
          <span className="font-semibold">{name ?? t("anonymous")}</span>
          <span className="block text-muted text-sm">{[branchName, division].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "rank", head: t("rank"), align: "end", cell: ({ rank }) => rank },
    {
      ...{ key: "result", head: t("result"), align: "end" },
      cell: ({ scoreMilli, participants, eligible }) =>
        scoreMilli === null ? t("rate", { participants: participants ?? 0, eligible: eligible ?? 0 }) : pointsText(scoreMilli),
    },
  ];
  const keyOf = (row: Row) => String(rows.indexOf(row));
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={keyOf} empty={empty} />;
}
