import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RadarAxis } from "#domain/completion/radar.ts";
import { Radar } from "#ui/radar.tsx";

type Point = Readonly<{ axis: RadarAxis; done: number; due: number; percent: number | null }>;

/** The five sides of study, each with its own arithmetic. */
export function RadarPanel({ radar }: { radar: readonly Point[] }): ReactNode {
  const t = useTranslations("completion");
  return (
    <Radar
      label={t("radarTable")}
      columns={[t("radar"), t("columns.done")]}
      points={radar.map(({ axis, done, due, percent }) => ({
        name: t(`axes.${axis}`),
        percent,
        said: due === 0 ? t("radarNone") : t("radarOf", { done, due }),
      }))}
    />
  );
}
