import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HEAT_BANDS } from "#domain/completion/heat.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const TONES: Readonly<Record<(typeof HEAT_BANDS)[number], Tone>> = {
  none: "seal",
  low: "amber",
  half: "plain",
  most: "indigo",
  all: "pine",
};

/** What the colours of a heat table mean, and how its rates are made. */
export function HeatLegend(): ReactNode {
  const t = useTranslations("completion");
  return (
    <div className="grid gap-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{t("heat")}</span>
        {HEAT_BANDS.map((band) => (
          <Badge key={band} tone={TONES[band]}>
            {t(`bands.${band}`)}
          </Badge>
        ))}
      </p>
      <details open>
        <summary className="inline-flex min-h-11 items-center font-medium underline underline-offset-4">{t("how")}</summary>
        <p className="max-w-[44em] text-muted">{t("howLead")}</p>
      </details>
    </div>
  );
}
