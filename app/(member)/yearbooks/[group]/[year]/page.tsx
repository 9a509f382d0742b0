import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { getJob } from "#server/jobs/get-job.ts";
import { getYearbook } from "#server/yearbooks/get-yearbook.ts";
import { buttonClass } from "#ui/button.tsx";
import { JobProgress } from "#ui/job-progress.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { BookForm } from "./book-form.tsx";

type Props = { params: Promise<{ group: string; year: string }>; searchParams: Search };
const bookOf = cache((group: string, year: string) => ask(getYearbook, { group, year }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { group, year } = await params;
  return { title: (await bookOf(group, year)).title };
}

/** The book of a group's or a branch's year: its editions; for who makes it what stands in it and the making. */
export default async function YearbookPage({ params, searchParams }: Props): Promise<ReactNode> {
  const { group, year } = await params;
  const [t, language, book, refused] = await Promise.all([
    getTranslations("yearbooks"),
    getLocale(),
    bookOf(group, year),
    refusedOf(searchParams, []),
  ]);
  const job = book.job === null ? null : await tryAsk(getJob, { id: book.job });
  return (
    <Page
      title={<span lang="zh-CN">{book.title}</span>}
      lead={t(book.of.isBranch ? "branchLead" : "bookLead")}
      back={{ href: "/yearbooks", label: t("title") }}
    >
      <RefusalNotice code={refused.code} />
      {job?.ok && <JobProgress job={job.value} />}
      <Section title={t("editions")}>
        {book.editions.length === 0 ? (
          <p className="text-muted">{t("notBuiltLead")}</p>
        ) : (
          <>
            <p className="flex flex-wrap gap-x-4 text-muted">
              {book.builtAt && <TimeText at={book.builtAt} form="dated" />}
              <span>{t("size", { pages: book.pages ?? 0, characters: book.characters ?? 0 })}</span>
            </p>
            <p className="flex flex-wrap gap-3">
              {book.editions.map(({ edition }) => (
                <a key={edition} href={`/api/yearbooks/${group}/${year}/${edition}`} download className={buttonClass({ compact: true })}>
                  {t(`download.${edition}`)}
                </a>
              ))}
            </p>
          </>
        )}
        {book.may.edit && (
          <form method="post" action={`/api/yearbooks/${group}/${year}/build`} className="no-print">
            <input type="hidden" name="language" value={language === "en" ? "en" : "zh-CN"} />
            <SubmitButton look="primary">{t(book.builtAt ? "buildAgain" : "build")}</SubmitButton>
          </form>
        )}
      </Section>
      {book.may.edit ? (
        <Words names={["yearbooks", "refusals"]}>
          <BookForm
            key={book.revision}
            path={`/api/yearbooks/${group}/${year}`}
            title={book.title}
            preface={book.preface}
            revision={book.revision}
            parts={book.parts.map(partOf)}
            others={book.others.map(partOf)}
          />
        </Words>
      ) : (
        <Section title={t("contents")}>
          <ol className="grid list-decimal gap-1 ps-6">
            {book.parts.map(({ key, title, author }) => (
              <li key={key} lang="zh-CN">
                {author ? `${title}　${author}` : title}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  );
}

const partOf = ({ key, title, author }: { key: string; title: string; author: string | null }) => ({ key, title, author });
