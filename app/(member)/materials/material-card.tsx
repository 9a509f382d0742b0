import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";

export type ListedMaterial = Readonly<{
  slug: string;
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
  collection: string;
  characters: number;
  resume: string | null;
  completedAt: Date | null;
}>;

/** The number in a paragraph's name: 12 of "p12". */
const numberOf = (paragraph: string): number => Number(paragraph.slice(1)) || 1;

/** One text in a list: title, what it says, its length, where one stopped. Leads on to that paragraph when `resumes`. */
export function MaterialCard({ material, resumes = false }: { material: ListedMaterial; resumes?: boolean }): ReactNode {
  const t = useTranslations("study");
  const isEnglish = useLocale() === "en" && material.titleEn !== "";
  const summary = (isEnglish && material.summaryEn) || material.summary;
  const { slug, resume } = material;
  return (
    <LinkCard
      href={resumes && resume ? `/materials/${slug}#${resume}` : `/materials/${slug}`}
      title={<span lang={isEnglish ? "en" : "zh-CN"}>{isEnglish ? material.titleEn : material.title}</span>}
      lead={
        <>
          {!resumes && summary && <p className="line-clamp-3">{summary}</p>}
          <p className="tabular mt-1 flex flex-wrap gap-x-3 text-xs">
            {material.collection && <span>{material.collection}</span>}
            <span>{t("characters", { count: material.characters })}</span>
            <Standing material={material} />
          </p>
        </>
      }
    />
  );
}

/** Completed, begun or untouched: an icon and a word, not colour alone. */
function Standing({ material: { resume, completedAt } }: { material: ListedMaterial }): ReactNode {
  const t = useTranslations("study");
  if (completedAt !== null) {
    return (
      <span className="inline-flex items-center gap-1 font-medium text-pine">
        <CircleCheck aria-hidden className="size-3.5" />
        {t("read")}
      </span>
    );
  }
  if (resume) return <span className="font-medium text-seal">{t("stoppedAt", { paragraph: numberOf(resume) })}</span>;
  return <span>{t("unread")}</span>;
}
