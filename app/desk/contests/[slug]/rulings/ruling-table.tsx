import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#ui/badge.tsx";
import { type Column, DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Line = Readonly<{
  id: number;
  kind: "void_full" | "void_exclude" | "accept_also" | "change_key" | "take_back";
  state: "proposed" | "approved" | "rejected" | "applied";
  stem: string;
  proposedBy: string;
  proposedAt: Date;
}>;

export const STATE_TONES: Readonly<Record<Line["state"], Tone>> = {
  proposed: "amber",
  approved: "indigo",
  rejected: "plain",
  applied: "pine",
};

/** The rulings of a contest, newest first. */
export function RulingTable({ rulings }: { rulings: readonly Line[] }): ReactNode {
  const t = useTranslations("rulings");
  const columns: Column<Line>[] = [
    {
      key: "stem",
      head: t("question"),
      main: true,
      cell: ({ id, stem }) => (
        <Link href={`/desk/rulings/${id}`} className="line-clamp-2 text-seal" lang="zh-CN">
          {stem}
        </Link>
      ),
    },
    { key: "kind", head: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: "state", head: t("state"), bare: true, cell: ({ state }) => <Badge tone={STATE_TONES[state]}>{t(`states.${state}`)}</Badge> },
    { key: "by", head: t("proposedBy"), cell: ({ proposedBy }) => proposedBy },
    { key: "at", head: t("proposedAt"), cell: ({ proposedAt }) => <TimeText at={proposedAt} form="dated" /> },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={rulings} keyOf={({ id }) => String(id)} />;
}
