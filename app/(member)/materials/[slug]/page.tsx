import { ArrowDown } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { lookOfRequest } from "#app/_http/look.ts";
import { Page } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Contents } from "./contents.tsx";
import { materialOf, wantsSerif } from "./material-of.ts";
import { MaterialText } from "./material-text.tsx";
import { ReaderTools } from "./reader-tools.tsx";
import { ReadingPlace } from "./reading-place.tsx";
import { Source } from "./source.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ title, titleEn }, locale] = [await materialOf((await params).slug), await getLocale()];
  return { title: (locale === "en" && titleEn) || title };
}

/** One text to read: its contents, the way back to where one stopped, where it comes from. */
export default async function MaterialPage({ params }: Props): Promise<ReactNode> {
  const [t, locale, look, serif, material] = await Promise.all([
    getTranslations("reader"),
    getLocale(),
    lookOfRequest(),
    wantsSerif(),
    materialOf((await params).slug),
  ]);
  const isEnglish = locale === "en" && material.titleEn !== "";
  const summary = (isEnglish && material.summaryEn) || material.summary;
  return (
    <Page
      width="wide"
      back={{ href: "/study", label: t("back") }}
      title={<span lang={isEnglish ? "en" : "zh-CN"}>{isEnglish ? material.titleEn : material.title}</span>}
      lead={
        <>
          {isEnglish && <p lang="zh-CN">{material.title}</p>}
          <p className="tabular flex flex-wrap gap-x-4 text-sm">
            {material.collection && (
              <Link
                href={`/study?collection=${encodeURIComponent(material.collection)}`}
                className="-my-3 inline-flex min-h-11 items-center hover:text-seal"
              >
                {material.collection}
              </Link>
            )}
            <span>{t("length", { characters: material.characters, minutes: material.minutes })}</span>
            <span>
              <TimeText at={material.publishedAt} form="day" />
            </span>
          </p>
        </>
      }
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,44rem)_minmax(0,15rem)] xl:gap-x-14">
        <div className="grid gap-3">
          {summary && <p className="max-w-[42.75rem] border-line border-y py-4 text-muted">{summary}</p>}
          {isEnglish && <p className="text-muted text-sm">{t("inChinese")}</p>}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <ReaderTools look={look} serif={serif} />
            {material.resume && material.resume !== "p1" && (
              <a href={`#${material.resume}`} className="no-print inline-flex min-h-11 items-center gap-1.5 font-medium text-seal">
                <ArrowDown aria-hidden className="size-4" />
                {t("resume", { paragraph: Number(material.resume.slice(1)) })}
              </a>
            )}
          </div>
        </div>
        <Contents headings={material.headings} />
        <MaterialText blocks={material.blocks} serif={serif} />
        <Source source={material.source} tags={material.tags} number={material.number} />
      </div>
      <ReadingPlace slug={material.slug} />
    </Page>
  );
}
