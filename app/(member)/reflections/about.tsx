import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  material: { slug: string; title: string } | null;
  item: { title: string; titleEn: string; prompt: string } | null;
  meeting?: { id: number; title: string } | null;
};

/** What a piece is about: the question that was put, the meeting it follows, and the text. */
export function About({ material, item, meeting = null }: Props): ReactNode {
  const t = useTranslations("reflections");
  const isEnglish = useLocale() === "en" && item?.titleEn !== "";
  if (!material && !item && !meeting) return null;
  return (
    <div className="grid gap-2 border-line border-y py-4">
      {item && <p className="font-semibold">{isEnglish ? item.titleEn : <span lang="zh-CN">{item.title}</span>}</p>}
      {item?.prompt && (
        <p lang="zh-CN" className="whitespace-pre-wrap">
          {item.prompt}
        </p>
      )}
      {meeting && (
        <Link
          href={`/meetings/${meeting.id}/record`}
          className="inline-flex min-h-11 items-center justify-self-start text-seal underline underline-offset-4"
        >
          {t("afterMeeting")} <span lang="zh-CN">{meeting.title}</span>
        </Link>
      )}
      {material && (
        <Link
          href={`/materials/${material.slug}`}
          className="inline-flex min-h-11 items-center justify-self-start text-seal underline underline-offset-4"
        >
          {t("about")} <span lang="zh-CN">{material.title}</span>
        </Link>
      )}
    </div>
  );
}
