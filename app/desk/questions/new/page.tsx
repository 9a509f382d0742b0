import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { emptyDraft } from "#app/desk/questions/editor/draft.ts";
import { editorChoices } from "#app/desk/questions/editor/editor-choices.ts";
import { QUESTION_KINDS_IN_ORDER } from "#app/desk/questions/editor/kinds.ts";
import { QuestionEditor } from "#app/desk/questions/editor/question-editor.tsx";
import { can } from "#domain/access.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionDesk"))("newTitle") };
}

/** A new question; `?kind=` opens it on one kind, `?material=` on the text that answers it. */
export default async function NewQuestionPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seeQuestions);
  const [t, query, choices] = await Promise.all([getTranslations("questionDesk"), searchParams, editorChoices()]);
  const kind = QUESTION_KINDS_IN_ORDER.find((name) => name === oneOf(query["kind"])) ?? "single";
  const material = oneOf(query["material"]) ?? "";
  if (material !== "" && !choices.materials.some(({ slug }) => slug === material)) notFound();
  return (
    <Page title={t("newTitle")} lead={t("newLead")} back={{ href: "/desk/questions", label: t("title") }} width="wide">
      <Words names={["questionDesk", "refusals", "fields"]}>
        <QuestionEditor start={{ ...emptyDraft, kind, material }} edited={null} {...choices} />
      </Words>
    </Page>
  );
}
