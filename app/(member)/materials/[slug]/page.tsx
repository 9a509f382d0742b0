import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { lookOfRequest } from "#app/_http/look.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { AnnotationLayer } from "./annotations/annotation-layer.tsx";
import { Attachments } from "./attachments.tsx";
import { BesideContents, FoldedContents } from "./contents.tsx";
import { KeepOffline } from "./keep-offline.tsx";
import { materialOf, readerNumber, revealsOf, wantsSerif } from "./material-of.ts";
import { MaterialText } from "./material-text.tsx";
import { Facts, Opening } from "./opening.tsx";
import { ReaderTools } from "./reader-tools.tsx";
import { ReadingEnd } from "./reading-end.tsx";
import { ReadingPlace } from "./reading-place.tsx";
import { ReadingProgress } from "./reading-progress.tsx";
import { Source } from "./source.tsx";
import { TextCheck } from "./text-check.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

const asked = async ({ params, searchParams }: Props) => materialOf((await params).slug, oneOf((await searchParams)["language"]));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ title, titleEn }, locale] = [await asked(props), await getLocale()];
  return { title: (locale === "en" && titleEn) || title };
}

/** The files that the text itself shows. */
const shownFiles = (blocks: readonly unknown[]): Set<number> =>
  new Set([...JSON.stringify(blocks).matchAll(/\/api\/files\/(\d+)\//g)].map((match) => Number(match[1])));

/** One text to read and to answer: tools, contents, the way back to where one stopped, its questions, its files, and what comes next. */
export default async function MaterialPage(props: Props): Promise<ReactNode> {
  const [t, locale, look, serif, reader, material] = await Promise.all([
    getTranslations("reader"),
    getLocale(),
    lookOfRequest(),
    wantsSerif(),
    readerNumber(),
    asked(props),
  ]);
  const { slug, title, titleEn, blocks, checks, completedAt, language } = material;
  const reveals = await revealsOf(slug, checks);
  const isEnglish = locale === "en" && titleEn !== "";
  const start = { done: checks.filter(({ state }) => state === "right").length, total: checks.length, isComplete: completedAt !== null };
  return (
    <Page
      width="wide"
      back={{ href: "/study", label: t("back") }}
      title={<span lang={isEnglish ? "en" : "zh-CN"}>{isEnglish ? titleEn : title}</span>}
      lead={<Facts text={material} />}
    >
      <Words names={["reader", "checks", "play", "prefs"]}>
        <ReadingProgress key={slug} start={start}>
          <div className="xl:grid xl:grid-cols-[minmax(0,44rem)_minmax(0,15rem)] xl:items-start xl:gap-x-14">
            {/* A block and no grid: the tools stick to the top only inside something as long as the text. */}
            <div className="min-w-0 space-y-6">
              <Opening text={material} />
              <ReaderTools look={look} serif={serif} language={language} paragraphs={material.paragraphs}>
                <KeepOffline reader={reader} path={`/materials/${slug}`} />
              </ReaderTools>
              <FoldedContents headings={material.headings} language={language} />
              <MaterialText
                blocks={blocks}
                language={language}
                serif={serif}
                checks={checks}
                check={(one, number) => (
                  <TextCheck
                    slug={slug}
                    reader={reader}
                    check={one}
                    reveal={reveals.get(one.questionId) ?? null}
                    number={number}
                    total={checks.length}
                  />
                )}
              />
              <ReadingEnd next={material.next} />
              <Attachments files={material.attachments} shown={shownFiles(blocks)} />
              <Source source={material.source} tags={material.tags} number={material.number} />
            </div>
            <BesideContents headings={material.headings} language={language} />
          </div>
        </ReadingProgress>
      </Words>
      <ReadingPlace slug={slug} />
      <AnnotationLayer slug={slug} lang={language === "en" ? "en" : "zh-CN"} />
    </Page>
  );
}
