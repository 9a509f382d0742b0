import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { HallForm } from "./hall-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hallDesk"))("new") };
}

/** A new final: by itself the usual seven rounds, each to be changed, moved or left out. */
export default async function NewHallPage(): Promise<ReactNode> {
  const [t, { branches, categories, papers }] = await Promise.all([getTranslations("hallDesk"), wizardChoices()]);
  if (branches.length === 0) notFound();
  return (
    <Page title={t("new")} lead={t("newLead")} back={{ href: "/desk/halls", label: t("title") }} width="wide">
      <Words names={["hallDesk", "halls", "refusals", "fields"]}>
        <HallForm branches={branches} categories={categories} papers={papers} />
      </Words>
    </Page>
  );
}
