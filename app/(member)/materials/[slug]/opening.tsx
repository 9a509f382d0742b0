import { ArrowDown } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Look } from "#ui/look.ts";
import { TimeText } from "#ui/time-text.tsx";
import { ReaderTools } from "./reader-tools.tsx";

type Text = Readonly<{
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
  collection: string;
  characters: number;
  minutes: number;
  publishedAt: Date;
  resume: string | null;
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

/** Before the text: what it says, the tools, and the way back to where one stopped. */
export function Opening({ text, look, serif }: { text: Text; look: Look; serif: boolean }): ReactNode {
  const t = useTranslations("reader");
  const isEnglish = useLocale() === "en" && text.titleEn !== "";
  const summary = (isEnglish && text.summaryEn) || text.summary;
  return (
    <div className="grid gap-3">
      {summary && <p className="max-w-[42.75rem] border-line border-y py-4 text-muted">{summary}</p>}
      {isEnglish && <p className="text-muted text-sm">{t("inChinese")}</p>}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <ReaderTools look={look} serif={serif} />
        {text.resume && text.resume !== "p1" && (
          <a href={`#${text.resume}`} className="no-print inline-flex min-h-11 items-center gap-1.5 font-medium text-seal">
            <ArrowDown aria-hidden className="size-4" />
            {t("resume", { paragraph: Number(text.resume.slice(1)) })}
          </a>
        )}
      </div>
    </div>
  );
}
