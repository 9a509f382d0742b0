import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A figure in per cent with one place; a dash where it is unknown. */
export function FigureText({ value }: { value: number | null }): ReactNode {
  const t = useTranslations("statistics");
  return <span className="tabular">{value === null ? t("none") : t("percent", { value })}</span>;
}
