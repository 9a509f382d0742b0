import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";

type Props = { total: string; filter: Readonly<Record<string, string>>; previous: string | null; next: string | null };

/** The way to the pages before and after, by place and not by number: the last page is as near as the first. */
export function CursorNav({ total, filter, previous, next }: Props): ReactNode {
  const t = useTranslations("table");
  const hrefOf = (more: Record<string, string>) => `/desk/tasks?${new URLSearchParams({ ...filter, ...more })}`;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center justify-between gap-3 pt-2 text-sm">
      <p className="tabular text-muted">{total}</p>
      <div className="flex items-center gap-2">
        {previous && (
          <LinkButton href={hrefOf({ before: previous })} rel="prev" compact look="quiet">
            <ChevronLeft aria-hidden className="size-4" />
            {t("previous")}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={hrefOf({ after: next })} rel="next" compact look="quiet">
            {t("next")}
            <ChevronRight aria-hidden className="size-4" />
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
