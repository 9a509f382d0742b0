import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The seal and the name, leading home; under it, whose installation this is. */
export function Brand({ organisation, href = "/" }: { organisation?: string | undefined; href?: string }): ReactNode {
  const t = useTranslations("common");
  return (
    <Link href={href} className="inline-flex min-h-11 min-w-0 items-center gap-3">
      <span aria-hidden className="mark">
        {t("mark")}
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block font-bold font-display text-lg">{t("appName")}</span>
        {organisation && <span className="block truncate text-muted text-xs">{organisation}</span>}
      </span>
    </Link>
  );
}
