import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "#ui/page.tsx";

type File = Readonly<{ id: number; name: string; size: number; address: string }>;
type Check = Readonly<{ questionId: number; after: string }>;
type Question = Readonly<{ id: number; stem: string }>;

/** What hangs on a text and what is asked in it. */
export function Attached({
  files,
  checks,
  questions,
}: {
  files: readonly File[];
  checks: readonly Check[];
  questions: readonly Question[];
}): ReactNode {
  const [t, format] = [useTranslations("materialDesk"), useFormatter()];
  const stemOf = (id: number) => questions.find((question) => question.id === id)?.stem ?? t("questionNumber", { id });
  return (
    <>
      <Section
        title={t("checks")}
        aside={checks.length > 0 && <span className="tabular">{t("checkCount", { count: checks.length })}</span>}
      >
        {checks.length === 0 && <p className="text-muted">{t("noChecks")}</p>}
        <ol className="grid gap-2">
          {checks.map(({ questionId, after }) => (
            <li key={questionId}>
              <span lang="zh-CN">{stemOf(questionId)}</span>{" "}
              <span className="text-muted text-sm">{after === "" ? t("atEnd") : t("afterParagraph", { number: after.slice(1) })}</span>
            </li>
          ))}
        </ol>
      </Section>
      {files.length > 0 && (
        <Section title={t("files")}>
          <ul>
            {files.map(({ id, name, size, address }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4">
                <a href={address} className="inline-flex min-h-11 items-center break-all text-seal underline underline-offset-4">
                  {name}
                </a>
                <span className="tabular text-muted text-sm">{t("kilobytes", { size: format.number(Math.ceil(size / 1_000)) })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
