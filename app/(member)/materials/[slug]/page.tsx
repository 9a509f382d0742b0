import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { lookOfRequest } from "#app/_http/look.ts";
import { Page } from "#ui/page.tsx";
import { Contents } from "./contents.tsx";
import { materialOf, wantsSerif } from "./material-of.ts";
import { MaterialText } from "./material-text.tsx";
import { Facts, Opening } from "./opening.tsx";
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
  return (
    <Page
      width="wide"
      back={{ href: "/study", label: t("back") }}
      title={<span lang={isEnglish ? "en" : "zh-CN"}>{isEnglish ? material.titleEn : material.title}</span>}
      lead={<Facts text={material} />}
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,44rem)_minmax(0,15rem)] xl:gap-x-14">
        <Opening text={material} look={look} serif={serif} />
        <Contents headings={material.headings} />
        <MaterialText blocks={material.blocks} serif={serif} />
        <Source source={material.source} tags={material.tags} number={material.number} />
      </div>
      <ReadingPlace slug={material.slug} />
    </Page>
  );
}
