import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { freshSet } from "#app/desk/sets/editor/draft.ts";
import { SetEditor } from "#app/desk/sets/editor/set-editor.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setDesk"))("new") };
}

/** A new set of practice. */
export default async function NewSetPage(): Promise<ReactNode> {
  const [t, { branches, categories }] = await Promise.all([getTranslations("setDesk"), wizardChoices()]);
  const first = branches[0];
  if (!first) notFound();
  return (
    <Page title={t("new")} back={{ href: "/desk/sets", label: t("title") }} width="wide">
      <Words names={["setDesk", "questionDesk", "contestDesk", "refusals", "fields"]}>
        <SetEditor start={freshSet(first.id)} edited={null} branches={branches} categories={categories} />
      </Words>
    </Page>
  );
}
