import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemSort } from "#server/statistics/get-contest-statistics.ts";
import type { ItemLine } from "#server/statistics/item-line.ts";
import { Badge } from "#ui/badge.tsx";
import { type Column, DataTable, type Direction } from "#ui/table.tsx";
import { FigureText } from "./figure-text.tsx";
import { ItemFlags } from "./item-flags.tsx";

type Props = Readonly<{
  items: readonly ItemLine[];
  ruled: readonly number[];
  path: string;
  sort: ItemSort;
  direction: Exclude<Direction, "none">;
}>;

/** Every wording of a contest with its figures, in any order; an odd one says what is odd. */
export function ItemTable({ items, ruled, path, sort, direction }: Props): ReactNode {
  const t = useTranslations("statistics");
  const headOf = (key: ItemSort) => {
    const next = key === sort && direction === "ascending" ? "descending" : "ascending";
    return { href: `${path}?sort=${key}&direction=${next}#items`, direction: key === sort ? direction : ("none" as const) };
  };
  const figures = (["facility", "discrimination", "efficiency", "effectiveWeight"] as const).map(
    (key): Column<ItemLine> => ({
      key,
      head: t(`columns.${key}`),
      align: "end",
      sort: headOf(key),
      cell: (line) => (line.isEnough ? <FigureText value={line[key]} /> : <span className="text-muted">{t("tooFew")}</span>),
    }),
  );
  const columns: Column<ItemLine>[] = [
    {
      key: "stem",
      head: t("columns.stem"),
      main: true,
      cell: (line) => (
        <span className="grid gap-1">
          <Link
            href={`/desk/questions/${line.questionId}?version=${line.number}#statistics`}
            className="line-clamp-2 text-seal"
            lang="zh-CN"
          >
            {line.stem}
          </Link>
          <ItemFlags flags={line.flags} />
          {line.flags.includes("check_key") && (
            <Link href={`${path.replace("/statistics", "/rulings")}?version=${line.versionId}`} className="text-seal text-sm">
              {t("rule")}
            </Link>
          )}
          {ruled.includes(line.versionId) && (
            <span>
              <Badge tone="indigo">{t("ruled")}</Badge>
            </span>
          )}
        </span>
      ),
    },
    {
      key: "attempts",
      head: t("columns.attempts"),
      align: "end",
      sort: headOf("attempts"),
      cell: (line) => <span className="tabular">{line.attempts}</span>,
    },
    ...figures,
    {
      key: "medianMs",
      head: t("columns.medianSeconds"),
      align: "end",
      sort: headOf("medianMs"),
      cell: ({ medianMs }) => <span className="tabular">{medianMs === null ? t("none") : Math.round(medianMs / 100) / 10}</span>,
    },
  ];
  return <DataTable caption={t("items")} columns={columns} rows={items} keyOf={({ versionId }) => String(versionId)} />;
}
