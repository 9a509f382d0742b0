import { BookOpenText } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Passage = Readonly<{ slug: string; title: string; titleEn: string; paragraph: string }>;

/** Where the passage stands, as an address. */
export const hrefOf = ({ slug, paragraph }: Pick<Passage, "slug" | "paragraph">): string =>
  `/materials/${slug}${paragraph ? `#${paragraph}` : ""}`;

/** The way to the passage that answers a question; to the text, where no paragraph is named. */
export function PassageLink({ passage }: { passage: Passage }): ReactNode {
  const t = useTranslations("review");
  const isEnglish = useLocale() === "en";
  const title = (isEnglish && passage.titleEn) || passage.title;
  return (
    <Link
      href={hrefOf(passage)}
      className="-my-1 inline-flex min-h-11 items-center gap-2 justify-self-start text-seal underline underline-offset-4"
    >
      <BookOpenText aria-hidden className="size-4 flex-none" />
      {passage.paragraph ? t("from", { title, paragraph: Number(passage.paragraph.slice(1)) || 1 }) : t("fromText", { title })}
    </Link>
  );
}
