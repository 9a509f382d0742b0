import { RotateCcw, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, LinkButton } from "./button.tsx";

type Props = {
  /** The page's own path; the filters become its query. */
  action: string;
  /** Fields (`TextField`, `SelectField`), two to four. */
  children: ReactNode;
  /** What stands at the end of the line: export, new. */
  actions?: ReactNode;
};

/** The toolbar over a table: filters in the URL, 查询 and 重置. A plain GET form. */
export function FilterBar({ action, children, actions }: Props): ReactNode {
  const t = useTranslations("table");
  return (
    <search className="no-print flex flex-wrap items-end justify-between gap-4 border-line border-b pb-5">
      <form method="get" action={action} aria-label={t("filters")} className="flex flex-1 flex-wrap items-end gap-3 *:max-sm:grow">
        {children}
        <span className="flex gap-2">
          <Button type="submit">
            <Search aria-hidden className="size-4" />
            {t("filter")}
          </Button>
          <LinkButton href={action} look="quiet">
            <RotateCcw aria-hidden className="size-4" />
            {t("reset")}
          </LinkButton>
        </span>
      </form>
      {actions && <div className="flex gap-2">{actions}</div>}
    </search>
  );
}
