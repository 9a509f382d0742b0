import { BookOpenText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";

export type Passage = Readonly<{ materialSlug: string; materialTitle: string; paragraph: string; text: string }>;

/** The words that answer the question, and the way to them. */
export function PassageQuote({ passage }: { passage: Passage }): ReactNode {
  const t = useTranslations("questionDesk");
  const { materialSlug, materialTitle, paragraph, text } = passage;
  return (
    <div className="grid gap-2">
      {paragraph && text === "" && <Notice kind="warning">{t("passageGone", { paragraph })}</Notice>}
      {text && (
        <blockquote lang="zh-CN" className="reading border-seal border-s-3 ps-4">
          {text}
        </blockquote>
      )}
      <Link
        href={`/materials/${materialSlug}${paragraph && `#${paragraph}`}`}
        className="inline-flex min-h-11 items-center gap-2 justify-self-start text-seal underline underline-offset-4"
      >
        <BookOpenText aria-hidden className="size-4 flex-none" />
        {t(paragraph ? "passageOf" : "materialOf", { title: materialTitle, paragraph: paragraph.slice(1) })}
      </Link>
    </div>
  );
}
