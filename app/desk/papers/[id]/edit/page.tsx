import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { draftOfPaper } from "#app/desk/papers/editor/draft.ts";
import { PaperEditor } from "#app/desk/papers/editor/paper-editor.tsx";
import { getPaper } from "#server/papers/get-paper.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paperDesk"))("edit") };
}

/** A paper being changed. */
export default async function EditPaperPage({ params }: { params: Promise<{ id: string }> }): Promise<ReactNode> {
  const { id } = await params;
  const [t, paper, { branches, categories }] = await Promise.all([getTranslations("paperDesk"), ask(getPaper, { id }), wizardChoices()]);
  const stems = new Map(paper.questions.map((question) => [question.id, question.body.stem]));
  return (
    <Page title={t("edit")} back={{ href: `/desk/papers/${id}`, label: paper.title }} width="wide">
      <Words names={["paperDesk", "questionDesk", "materialDesk", "contestDesk", "refusals", "fields"]}>
        <PaperEditor
          key={paper.revision}
          start={draftOfPaper(paper, stems)}
          edited={{ id: paper.id, revision: paper.revision }}
          branches={branches}
          categories={categories}
        />
      </Words>
    </Page>
  );
}
