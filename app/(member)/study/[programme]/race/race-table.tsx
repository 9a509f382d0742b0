import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { type Column, DataTable } from "#ui/table.tsx";
import type { RacePage } from "./page.tsx";

type Props = Readonly<{ lanes: RacePage["lanes"]; week: RacePage["weeks"][number]; rules: NonNullable<RacePage["rules"]> }>;
type Row = Omit<RacePage["lanes"][number], "stretches"> & RacePage["lanes"][number]["stretches"][number];

/** What a week was made of, lane by lane, and the arithmetic of how far each had come by its end. */
export function RaceTable({ lanes, week, rules }: Props): ReactNode {
  const t = useTranslations("race");
  const rows = lanes
    .flatMap(({ stretches, ...lane }): Row[] => {
      const stretch = stretches[week.number - 1];
      return stretch ? [{ ...lane, ...stretch }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "zh-CN"));
  const columns: Column<Row>[] = [
    { key: "rank", head: t("rank"), align: "end", cell: ({ rank }) => rank },
    { key: "branch", head: t("branch"), main: true, cell: ({ name }) => name },
    {
      key: "items",
      head: t("items"),
      align: "end",
      cell: ({ items, itemMilli }) => t("itemsTimes", { items, each: rules.itemPoints, points: pointsText(itemMilli) }),
    },
    {
      key: "results",
      head: t("results"),
      align: "end",
      cell: ({ results, contestMilli }) => t("resultsGive", { results, points: pointsText(contestMilli) }),
    },
    {
      key: "reached",
      head: t("reached"),
      align: "end",
      cell: ({ sumMilli, heads, reachedMilli }) =>
        t(`arithmetic.${rules.per}`, { sum: pointsText(sumMilli), heads, points: pointsText(reachedMilli) }),
    },
  ];
  return <DataTable caption={t("branch")} columns={columns} rows={rows} keyOf={({ name }) => name} isOwn={({ isOwn }) => isOwn} />;
}
