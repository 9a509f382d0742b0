import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";

/** One line to search the library with; the words become the page's address. */
export function MaterialSearch({ q }: { q: string }): ReactNode {
  const t = useTranslations("study");
  return (
    <search>
      <form method="get" action="/search" className="flex items-end gap-3">
        <div className="min-w-0 max-w-xl flex-1">
          <TextField label={t("search")} name="q" type="search" defaultValue={q} maxLength={100} enterKeyHint="search" />
        </div>
        <Button type="submit">
          <Search aria-hidden className="size-4" />
          {t("find")}
        </Button>
      </form>
    </search>
  );
}
