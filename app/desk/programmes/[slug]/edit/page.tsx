import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { editOf } from "#app/desk/programmes/editor/edit-draft.ts";
import { editorChoices } from "#app/desk/programmes/editor/editor-choices.ts";
import { ProgrammeEditor } from "#app/desk/programmes/editor/programme-editor.tsx";
import { getProgrammeDesk } from "#server/programmes/get-programme-desk.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmeDesk"))("edit") };
}

export default async function EditProgrammePage({ params }: { params: Promise<{ slug: string }> }): Promise<ReactNode> {
  const { slug } = await params;
  const [t, { draft, revision, state, publishedAt, names }] = await Promise.all([
    getTranslations("programmeDesk"),
    ask(getProgrammeDesk, { slug }),
  ]);
  if (state === "cancelled") notFound();
  return (
    <Page title={t("edit")} back={{ href: `/desk/programmes/${slug}`, label: draft.title }} width="wide">
      <Words names={["programmeDesk", "contestDesk", "refusals", "fields"]}>
        <ProgrammeEditor
          key={revision}
          start={editOf(draft)}
          edited={{ slug, revision, isPublished: publishedAt !== null }}
          choices={await editorChoices(names, slug)}
        />
      </Words>
    </Page>
  );
}
