import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Contest = Readonly<{ slug: string; title: string; number: number }>;

/** The contests whose pool holds the question, with the version they ask. Linked for those who run contests. */
export function ContestList({ contests, isLinked }: { contests: readonly Contest[]; isLinked: boolean }): ReactNode {
  const t = useTranslations("questionDesk");
  if (contests.length === 0) return <p className="text-muted">{t("noContests")}</p>;
  return (
    <ul className="grid">
      {contests.map(({ slug, title, number }) => (
        <li key={slug} className="flex min-h-11 flex-wrap items-center gap-x-3 border-line border-b">
          {isLinked ? (
            <Link
              href={`/desk/contests/${slug}`}
              className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-seal"
            >
              {title}
            </Link>
          ) : (
            title
          )}
          <span className="text-muted text-sm">{t("version", { number })}</span>
        </li>
      ))}
    </ul>
  );
}
