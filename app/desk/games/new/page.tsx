import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { GameForm } from "./game-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gameDesk"))("new") };
}

/** A new game: what it is called, for whom, from which questions, by which rules. */
export default async function NewGamePage(): Promise<ReactNode> {
  const [t, { branches, categories, papers }] = await Promise.all([getTranslations("gameDesk"), wizardChoices()]);
  if (branches.length === 0) notFound();
  return (
    <Page title={t("new")} back={{ href: "/desk/games", label: t("title") }} width="reading">
      <Words names={["gameDesk", "refusals", "fields", "play"]}>
        <GameForm branches={branches} categories={categories.map(({ category }) => category)} papers={papers} />
      </Words>
    </Page>
  );
}
