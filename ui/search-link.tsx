import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The way to the search from everywhere: drawn like its field where there is room, a glass where there is none. */
export function SearchLink({ wide = false }: { wide?: boolean }): ReactNode {
  const t = useTranslations("nav");
  if (wide)
    return (
      <Link
        href="/search"
        className="mt-6 flex min-h-11 flex-none items-center gap-3 rounded-md border border-line bg-raised px-3 text-muted hover:border-edge hover:text-ink"
      >
        <Search aria-hidden className="size-5 flex-none" strokeWidth={1.75} />
        {t("search")}
      </Link>
    );
  return (
    <Link
      href="/search"
      aria-label={t("search")}
      className="flex min-h-11 min-w-11 items-center justify-center rounded-md text-muted hover:text-ink"
    >
      <Search aria-hidden className="size-5" strokeWidth={1.75} />
    </Link>
  );
}
