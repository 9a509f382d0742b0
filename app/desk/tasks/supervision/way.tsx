import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = { path: readonly Readonly<{ id: number; name: string }>[]; filter: Readonly<Record<string, string>> };

/** The way down the tree to the branch that is shown, each step a link. */
export function Way({ path, filter }: Props): ReactNode {
  const t = useTranslations("taskDesk");
  if (path.length === 0) return null;
  return (
    <nav aria-label={t("way")}>
      <ol className="flex flex-wrap gap-x-2 text-sm">
        {path.map(({ id, name }, at) => (
          <li key={id} className="flex items-center gap-2">
            {at > 0 && <span aria-hidden>›</span>}
            <Link
              href={`/desk/tasks/supervision?${new URLSearchParams({ ...filter, branchId: String(id) })}`}
              aria-current={at === path.length - 1 ? "page" : undefined}
              className="inline-flex min-h-11 items-center text-seal aria-[current=page]:text-ink"
            >
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
