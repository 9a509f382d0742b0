"use client";
import { ArrowRight, CircleCheck, ListChecks, NotebookPen } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { useReadingProgress } from "./reading-progress.tsx";

type Next = Readonly<{
  slug: string;
  title: string;
  titleEn: string;
  programme: Readonly<{ slug: string; title: string; titleEn: string }> | null;
}>;

/** At the end of a text: how many questions are left, or that it is read, and what comes next. */
export function ReadingEnd({ next }: { next: Next | null }): ReactNode {
  const t = useTranslations("checks");
  const isEnglish = useLocale() === "en";
  const { done, total, isComplete } = useReadingProgress().progress;
  const Icon = isComplete ? CircleCheck : total === 0 ? NotebookPen : ListChecks;
  const named = (one: { title: string; titleEn: string }) => (isEnglish && one.titleEn) || one.title;
  return (
    <section
      aria-live="polite"
      aria-label={t("progress")}
      className={`no-print grid max-w-[42.75rem] gap-3 rounded-md border p-4 sm:p-5 ${isComplete ? "border-pine bg-pine-wash" : "border-line bg-raised"}`}
    >
      <p className="flex items-start gap-2.5 font-semibold">
        <Icon aria-hidden className={`mt-0.5 size-5 flex-none ${isComplete ? "text-pine" : "text-muted"}`} />
        <span>{isComplete ? t("complete") : total === 0 ? t("asksNothing") : t("left", { done, total, left: total - done })}</span>
      </p>
      {isComplete && total > done && <p className="text-muted text-sm">{t("newQuestions", { left: total - done })}</p>}
      {isComplete && next && (
        <div className="grid gap-1">
          <p className="text-muted text-sm">{next.programme ? t("nextOf", { programme: named(next.programme) }) : t("next")}</p>
          <LinkButton href={`/materials/${next.slug}`} look="primary" className="justify-self-start">
            <span lang={isEnglish && next.titleEn ? "en" : "zh-CN"}>{named(next)}</span>
            <ArrowRight aria-hidden className="size-4 flex-none" />
          </LinkButton>
        </div>
      )}
      {isComplete && !next && (
        <LinkButton href="/study" className="justify-self-start">
          {t("toStudy")}
        </LinkButton>
      )}
    </section>
  );
}
