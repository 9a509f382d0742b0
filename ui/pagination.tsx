import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "./button.tsx";

type Props = {
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
  path: string;
  /** The filters in force, so that turning the page keeps them. */
  query?: Readonly<Record<string, string | undefined>>;
};

/** 共 N 条, and the way to the pages before and after. The page is in the URL as `page`. */
export function Pagination({ total, page, pageSize, path, query = {} }: Props): ReactNode {
  const t = useTranslations("table");
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const hrefOf = (to: number): string => {
    const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]) && pair[0] !== "page");
    const search = new URLSearchParams([...kept, ...(to > 1 ? [["page", String(to)]] : [])]);
    return search.size > 0 ? `${path}?${search}` : path;
  };
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center justify-between gap-3 pt-2 text-sm">
      <p className="tabular text-muted">{t("total", { total })}</p>
      {pages > 1 && (
        <div className="flex items-center gap-2">
          {page > 1 && (
            <LinkButton href={hrefOf(page - 1)} rel="prev" compact look="quiet">
              <ChevronLeft aria-hidden className="size-4" />
              {t("previous")}
            </LinkButton>
          )}
          <span className="tabular">{t("page", { page, pages })}</span>
          {page < pages && (
            <LinkButton href={hrefOf(page + 1)} rel="next" compact look="quiet">
              {t("next")}
              <ChevronRight aria-hidden className="size-4" />
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
