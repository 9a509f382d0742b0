import { CircleX, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { FocusOnSlash } from "./focus-on-slash.tsx";

const FIELD = "search-field";

/** The one big field. A plain GET form: the words become the page's address. */
export function SearchField({ q, error }: { q: string; error: string | undefined }): ReactNode {
  const t = useTranslations("search");
  const described = [error && `${FIELD}-error`, `${FIELD}-hint`].filter(Boolean).join(" ");
  return (
    <search>
      <form method="get" action="/search" className="grid gap-2">
        <div className="flex items-stretch gap-2 sm:gap-3">
          <div className="relative min-w-0 flex-1">
            <Search aria-hidden className="pointer-events-none absolute start-4 top-1/2 size-5 -translate-y-1/2 text-muted" />
            <input
              id={FIELD}
              name="q"
              type="search"
              defaultValue={q}
              maxLength={100}
              enterKeyHint="search"
              autoComplete="off"
              aria-label={t("label")}
              aria-describedby={described}
              aria-invalid={error ? true : undefined}
              aria-keyshortcuts="/"
              className="block min-h-14 w-full rounded-md border border-edge bg-raised ps-12 pe-3 text-ink text-lg hover:border-ink aria-invalid:border-2 aria-invalid:border-seal"
            />
          </div>
          <Button type="submit" look="primary" className="min-h-14">
            {t("find")}
          </Button>
        </div>
        {error && (
          <p id={`${FIELD}-error`} role="alert" className="flex items-start gap-1.5 text-seal text-sm">
            <CircleX aria-hidden className="mt-0.5 size-4 flex-none" />
            {error}
          </p>
        )}
        <p id={`${FIELD}-hint`} className="text-muted text-sm">
          {t("hint")}
          <span className="max-lg:hidden">
            {t.rich("slash", { key: (key) => <kbd className="rounded-sm border border-edge px-1.5">{key}</kbd> })}
          </span>
        </p>
        <FocusOnSlash field={FIELD} />
      </form>
    </search>
  );
}
