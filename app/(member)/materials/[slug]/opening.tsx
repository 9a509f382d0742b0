import { ArrowDown } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

type Text = Readonly<{
  slug: string;
  language: "zh" | "en";
  languages: readonly ("zh" | "en")[];
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
  collection: string;
  characters: number;
  minutes: number;
  publishedAt: Date;
  resume: string | null;
  readAt: Date | null;
}>;

/** Under the title: the Chinese one on an English page, where the text belongs, how long it is, since when it stands. */
export function Facts({ text }: { text: Text }): ReactNode {
  const t = useTranslations("reader");
  const isEnglish = useLocale() === "en" && text.titleEn !== "";
  return (
    <>
      {isEnglish && <p lang="zh-CN">{text.title}</p>}
      <p className="tabular flex flex-wrap gap-x-4 text-sm">
        {text.collection && (
          <Link
            href={`/study?collection=${encodeURIComponent(text.collection)}`}
            className="-my-3 inline-flex min-h-11 items-center hover:text-seal"
          >
            {text.collection}
          </Link>
        )}
        <span>{t("length", { characters: text.characters, minutes: text.minutes })}</span>
        <TimeText at={text.publishedAt} form="day" />
      </p>
    </>
  );
}

/** Before the text: what it says, in which language it stands, and the way back to where one stopped, here or on another device. */
export function Opening({ text }: { text: Text }): ReactNode {
  const t = useTranslations("reader");
  const isEnglish = useLocale() === "en" && text.titleEn !== "";
  const summary = (isEnglish && text.summaryEn) || text.summary;
  return (
    <div className="grid gap-3">
      {summary && <p className="max-w-[42.75rem] border-line border-y py-4 text-muted">{summary}</p>}
      {isEnglish && text.languages.length === 1 && <p className="text-muted text-sm">{t("inChinese")}</p>}
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        {text.languages.length > 1 && <Languages text={text} />}
        {text.resume && text.readAt && text.resume !== "p1" && (
          <a href={`#${text.resume}`} className="inline-flex min-h-11 items-center gap-1.5 font-medium text-seal">
            <ArrowDown aria-hidden className="size-4 flex-none" />
            <span>
              {t("resume", { paragraph: Number(text.resume.slice(1)) || 1 })}
              <span className="ms-2 font-normal text-muted text-sm">
                <TimeText at={text.readAt} form="day" />
              </span>
            </span>
          </a>
        )}
      </div>
    </div>
  );
}

/** The text in Chinese or in English; the address says which, so that a link keeps it. */
function Languages({ text: { slug, language, languages } }: { text: Pick<Text, "slug" | "language" | "languages"> }): ReactNode {
  const t = useTranslations("reader");
  return (
    <nav aria-label={t("languages")} className="flex overflow-hidden rounded-md border border-edge">
      {languages.map((one) => (
        <Link
          key={one}
          href={`/materials/${slug}?language=${one}`}
          lang={one === "en" ? "en" : "zh-CN"}
          aria-current={one === language ? "true" : undefined}
          className="inline-flex min-h-11 items-center px-4 text-sm not-first:border-edge not-first:border-s hover:bg-sunken focus-visible:-outline-offset-2 aria-[current=true]:bg-seal-wash aria-[current=true]:font-semibold aria-[current=true]:text-seal"
        >
          {t(`language.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
