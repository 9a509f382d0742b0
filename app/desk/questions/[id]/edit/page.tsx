import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { draftOfVersion } from "#app/desk/questions/editor/draft.ts";
import { editorChoices } from "#app/desk/questions/editor/editor-choices.ts";
import { QuestionEditor } from "#app/desk/questions/editor/question-editor.tsx";
import { getQuestion } from "#server/questions/get-question.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("questionDesk"))("editTitle", { id: (await params).id }) };
}

/** The next version of a question, written over the newest. */
export default async function EditQuestionPage({ params }: Props): Promise<ReactNode> {
  const { id } = await params;
  const [t, question, choices] = await Promise.all([getTranslations("questionDesk"), ask(getQuestion, { id }), editorChoices()]);
  if (!question.may.edit) notFound();
  const { latest, publishedNumber } = question;
  const edited = { id: question.id, from: latest.number };
  return (
    <Page
      title={t("editTitle", { id: question.id })}
      back={{ href: `/desk/questions/${question.id}`, label: t("titleOf", { id: question.id }) }}
      width="wide"
    >
      {publishedNumber !== null && <Notice>{t("editPublished", { number: publishedNumber, next: latest.number + 1 })}</Notice>}
      <Words names={["questionDesk", "refusals", "fields"]}>
        <QuestionEditor key={latest.number} start={draftOfVersion(latest)} edited={edited} {...choices} />
      </Words>
    </Page>
  );
}
