import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { freshSection } from "#app/desk/papers/editor/draft.ts";
import { PaperEditor } from "#app/desk/papers/editor/paper-editor.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paperDesk"))("new") };
}

/** A new paper, with one section to begin with. */
export default async function NewPaperPage(): Promise<ReactNode> {
  const [t, { branches, categories }] = await Promise.all([getTranslations("paperDesk"), wizardChoices()]);
  const first = branches[0];
  if (!first) notFound();
  const sections = [freshSection(0, t("sectionNumber", { number: 1 }))];
  const start = { title: "", branchId: String(first.id), kind: "fixed" as const, sections };
  return (
    <Page title={t("new")} back={{ href: "/desk/papers", label: t("title") }} width="wide">
      <Words names={["paperDesk", "questionDesk", "materialDesk", "contestDesk", "refusals", "fields"]}>
        <PaperEditor start={start} edited={null} branches={branches} categories={categories} />
      </Words>
    </Page>
  );
}
