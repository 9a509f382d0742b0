import { BookOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ItemLine } from "#server/statistics/item-line.ts";
import { AnswerBars } from "./answer-bars.tsx";
import { FigureText } from "./figure-text.tsx";

/** What fewest got right: what they answered instead, and the passage to read again. */
export function HardestList({ items }: { items: readonly ItemLine[] }): ReactNode {
  const t = useTranslations("statistics");
  return (
    <ol className="grid gap-4 lg:grid-cols-2">
      {items.map((line) => (
        <li key={line.versionId} className="grid content-start gap-3 rounded-md border border-line bg-paper p-4">
          <p className="flex items-start justify-between gap-3">
            <span lang="zh-CN" className="font-semibold">
              {line.stem}
            </span>
            <span className="flex-none font-semibold text-seal">
              <FigureText value={line.facility} />
            </span>
          </p>
          <AnswerBars line={line} />
          {line.passage ? (
            <Link
              href={`/materials/${line.passage.slug}${line.passage.paragraph ? `#${line.passage.paragraph}` : ""}`}
              className="inline-flex min-h-11 items-center gap-1.5 text-seal"
            >
              <BookOpen aria-hidden className="size-4" />
              {t("readAgain", { title: line.passage.title })}
            </Link>
          ) : (
            <p className="text-muted text-sm">{t("noPassage")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
