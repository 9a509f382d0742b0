import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";

type Heading = Readonly<{ id: string; depth: number; text: string }>;

/** The headings of a text: beside it on a wide screen, folded above it on a phone. Nothing for a text without headings. */
export function Contents({ headings }: { headings: readonly Heading[] }): ReactNode {
  const t = useTranslations("reader");
  if (headings.length < 2) return null;
  return (
    <>
      <details className="no-print group rounded-md border border-line bg-raised xl:hidden">
        <summary className="flex min-h-11 items-center justify-between px-4 font-medium">
          {t("contents")}
          <ChevronDown aria-hidden className="size-4 text-muted group-open:rotate-180" />
        </summary>
        <nav aria-label={t("contents")} className="border-line border-t px-4 py-2">
          <Lines headings={headings} />
        </nav>
      </details>
      <aside className="no-print sticky top-10 hidden max-h-[calc(100dvh-5rem)] overflow-y-auto xl:col-start-2 xl:row-span-3 xl:row-start-1 xl:block">
        <nav aria-labelledby="contents" className="border-line border-s ps-5">
          <h2 id="contents" className="mb-2 text-muted text-sm">
            {t("contents")}
          </h2>
          <Lines headings={headings} />
        </nav>
      </aside>
    </>
  );
}

function Lines({ headings }: { headings: readonly Heading[] }): ReactNode {
  const top = Math.min(...headings.map(({ depth }) => depth));
  return (
    <ul lang="zh-CN">
      {headings.map(({ id, depth, text }) => (
        <li key={id} className={classNames(depth > top && "ps-4")}>
          <a href={`#${id}`} className="inline-flex min-h-11 items-center text-sm leading-snug hover:text-seal">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
