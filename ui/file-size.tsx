import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** How large a file is, as people say it. */
export function FileSize({ bytes }: { bytes: number }): ReactNode {
  const [t, format] = [useTranslations("common"), useFormatter()];
  return bytes >= 1_000_000
    ? t("megabytes", { size: format.number(bytes / 1_000_000, { maximumFractionDigits: 1 }) })
    : t("kilobytes", { size: format.number(Math.ceil(bytes / 1_000)) });
}
