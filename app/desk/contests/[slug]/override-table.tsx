import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Override = Readonly<{ branchName: string | null; personName: string | null; extensionMs: number; reason: string; createdAt: Date }>;

/** Who was given more time, how much in all, why and when. */
export function OverrideTable({ overrides }: { overrides: readonly Override[] }): ReactNode {
  const t = useTranslations("contestDesk.overrides");
  const columns: Column<Override & { key: string }>[] = [
    { key: "who", head: t("who"), main: true, cell: ({ personName, branchName }) => personName ?? branchName ?? t("everybody") },
    {
      key: "minutes",
      head: t("extension"),
      align: "end",
      cell: ({ extensionMs }) => t("minutes", { minutes: Math.round(extensionMs / 60_000) }),
    },
    { key: "reason", head: t("reason"), cell: ({ reason }) => reason },
    { key: "at", head: t("at"), cell: ({ createdAt }) => <TimeText at={createdAt} /> },
  ];
  return (
    <DataTable
      caption={t("title")}
      rows={overrides.map((override, place) => ({ ...override, key: String(place) }))}
      keyOf={({ key }) => key}
      columns={columns}
      empty={<p className="text-muted">{t("none")}</p>}
    />
  );
}
