import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = { source: Readonly<{ name: string; date: string; note: string }>; tags: readonly string[]; number: number };

/** Where a text comes from, which version this is, and the words it is filed under. */
export function Source({ source, tags, number }: Props): ReactNode {
  const t = useTranslations("reader");
  return (
    <footer className="grid max-w-[42.75rem] gap-3 border-line border-t pt-5 text-muted text-sm">
      {source.name && (
        <p>
          {t("source")}
          <cite lang="zh-CN" className="not-italic">
            {source.name}
          </cite>
          {source.date && <span className="tabular ms-2">{source.date}</span>}
        </p>
      )}
      {source.note && <p lang="zh-CN">{source.note}</p>}
      <p className="tabular">{t("version", { number })}</p>
      {tags.length > 0 && (
        <ul aria-label={t("tags")} className="no-print -my-1 flex flex-wrap gap-x-4">
          {tags.map((tag) => (
            <li key={tag}>
              <Link href={`/study?tag=${encodeURIComponent(tag)}`} className="inline-flex min-h-11 items-center hover:text-seal">
                {t("tag", { tag })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}
