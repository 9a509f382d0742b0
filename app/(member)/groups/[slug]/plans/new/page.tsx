import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { getPlanChoices } from "#server/groups/get-plan-choices.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { PlanWizard } from "./plan-wizard.tsx";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("newPlan") };
}

/** A plan for a term: what is read, on which days; seen with its lead readers before it is saved. */
export default async function NewPlanPage({ params }: Props): Promise<ReactNode> {
  const { slug } = await params;
  const [t, locale, choices] = await Promise.all([getTranslations("groups"), getLocale(), ask(getPlanChoices, { slug })]);
  const kinds = choices.kinds.map(({ key, name, nameEn }) => ({ key, name: locale === "en" ? nameEn : name }));
  return (
    <Page width="reading" title={t("newPlan")} lead={t("newPlanLead")} back={{ href: `/groups/${slug}/plans`, label: t("plans") }}>
      <Words names={["groups", "fields", "refusals"]}>
        <PlanWizard slug={slug} kinds={kinds} materials={choices.materials} today={choices.today} />
      </Words>
    </Page>
  );
}
