import { BookMarked } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getCollection } from "#server/reflections/get-collection.ts";
import { buttonClass } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reflections"))("collection") };
}

/** A unit's collection (`?branch=`, else the own branch's): to read, to print on A4 with a piece a sheet, to take along as one file. */
export default async function CollectionPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const wanted = oneOf((await searchParams)["branch"]);
  const [t, language, { branch, items }] = await Promise.all([
    getTranslations("reflections"),
    getLocale(),
    ask(getCollection, { branch: wanted }),
  ]);
  const fileOf = (format: string) => `/api/reflections/collection/download?branch=${branch.id}&format=${format}&language=${language}`;
  return (
    <Page
      width="reading"
      title={
        <>
          <span lang="zh-CN">{branch.name}</span> {t("collection")}
        </>
      }
      lead={t("collectionLead")}
      back={{ href: "/reflections", label: t("title") }}
    >
      {items.length === 0 ? (
        <Empty icon={BookMarked} title={t("collectionNone")}>
          {t("collectionNoneHint")}
        </Empty>
      ) : (
        <>
          <p className="no-print flex flex-wrap gap-3">
            {["html", "md"].map((format) => (
              <a key={format} href={fileOf(format)} download className={buttonClass({ compact: true })}>
                {t(`download.${format}`)}
              </a>
            ))}
          </p>
          {items.map(({ id, title, body, author, branch: unit, handedInAt }) => (
            <article key={id} className="sheet grid gap-3 border-line border-b pb-8 last:border-0">
              <h2 lang="zh-CN" className="font-display font-semibold text-xl">
                {title}
              </h2>
              <p className="flex flex-wrap gap-x-3 text-muted text-sm">
                <span lang="zh-CN">{`${author} · ${unit}`}</span>
                {handedInAt && <TimeText at={handedInAt} form="day" />}
              </p>
              <div lang="zh-CN" className="reading whitespace-pre-wrap break-words">
                {body}
              </div>
            </article>
          ))}
        </>
      )}
    </Page>
  );
}
