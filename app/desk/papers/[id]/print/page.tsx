import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { PreviewQuestion } from "#app/desk/contests/[slug]/preview/preview-question.tsx";
import { getPaper } from "#server/papers/get-paper.ts";
import { LinkButton } from "#ui/button.tsx";
import { keyText } from "#ui/key-text.ts";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { PrintPage } from "#ui/print-page.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getPaper, { id: (await params).id })).title };
}

/** The chosen questions on paper with an answer sheet, or, with `?keys=1`, the answers for who marks it. */
export default async function PrintPaperPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, words, format, { id }, query] = await Promise.all([
    getTranslations("paperDesk"),
    getTranslations("questionDesk"),
    getFormatter(),
    params,
    searchParams,
  ]);
  const paper = await ask(getPaper, { id });
  const withKeys = oneOf(query["keys"]) === "1";
  const known = new Map(paper.questions.map((question) => [question.id, question]));
  const asked = paper.sections.flatMap(({ questions }) => questions);
  const numberOf = new Map(asked.map(({ questionId }, at) => [questionId, at + 1]));
  const said = { right: words("true"), wrong: words("false"), or: words("or") };
  return (
    <Page
      title={paper.title}
      back={{ href: `/desk/papers/${id}`, label: paper.title }}
      lead={t("tally", { questions: asked.length, points: format.number(asked.reduce((sum, { worth }) => sum + worth, 0) / 1_000) })}
      action={
        <div className="no-print flex flex-wrap gap-2">
          <PrintPage label={t("print")} />
          <LinkButton href={withKeys ? `/desk/papers/${id}/print` : `/desk/papers/${id}/print?keys=1`}>
            {t(withKeys ? "withoutKeys" : "withKeys")}
          </LinkButton>
        </div>
      }
    >
      {paper.kind !== "fixed" && <Notice>{t("printsChosen")}</Notice>}
      {!withKeys && <p className="border-line border-y py-3">{t("nameLine")}</p>}
      {paper.sections.map((section, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place
        <Section key={place} title={section.title}>
          {section.instructions && <p className="text-muted">{section.instructions}</p>}
          {section.questions.map(({ questionId, worth }) => {
            const question = known.get(questionId);
            if (!question) return null;
            return (
              <div key={questionId} className="grid break-inside-avoid gap-2">
                <PreviewQuestion number={numberOf.get(questionId) ?? 0} worth={worth} body={question.body} />
                {withKeys && (
                  <p lang="zh-CN" className="font-medium">
                    {t("answer", { answer: keyText(question.body, question.key, said) })}
                  </p>
                )}
              </div>
            );
          })}
        </Section>
      ))}
      {!withKeys && (
        <Section title={t("answerSheet")}>
          <ol className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-4">
            {asked.map(({ questionId }) => (
              <li key={questionId} className="flex items-end gap-2 break-inside-avoid">
                <span className="tabular">{numberOf.get(questionId)}.</span>
                <span className="min-h-9 flex-1 border-ink border-b" />
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  );
}
