import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { wizardChoices } from "#app/desk/contests/wizard/wizard-choices.ts";
import { getPromotedSides } from "#server/stages/get-promoted-sides.ts";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { HallForm } from "./hall-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hallDesk"))("new") };
}

/** A new final: by itself the usual seven rounds, each to be changed, moved or left out. */
export default async function NewHallPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { branches, categories, papers }, query] = await Promise.all([getTranslations("hallDesk"), wizardChoices(), searchParams]);
  if (branches.length === 0) notFound();
  const slug = oneOf(query["contest"]);
  const promoted = slug ? await ask(getPromotedSides, { slug }) : null;
  const final = promoted && {
    ...{ contest: promoted.contest.slug, branchId: promoted.contest.branchId },
    title: t("finalOf", { title: promoted.contest.title }).slice(0, 60),
    sides: promoted.sides.map(({ name, fromTeamId, staffNos, others }) => ({
      ...{ name, staffNos: staffNos.join(" "), others: others.join(" ") },
      ...(fromTeamId !== null && { fromTeamId }),
    })),
  };
  return (
    <Page title={t("new")} lead={t("newLead")} back={{ href: "/desk/halls", label: t("title") }} width="wide">
      <Words names={["hallDesk", "halls", "refusals", "fields"]}>
        {promoted && (
          <Notice>{t("fromPromotion", { title: promoted.contest.title, shown: promoted.sides.length, all: promoted.promoted })}</Notice>
        )}
        <HallForm branches={branches} categories={categories} papers={papers} {...(final && { final })} />
      </Words>
    </Page>
  );
}
