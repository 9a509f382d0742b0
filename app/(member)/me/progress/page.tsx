import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { ProgressView } from "#app/desk/reports/progress-view.tsx";
import { getMyProgress } from "#server/completion/get-my-progress.ts";
import { Page } from "#ui/page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("mine.title") };
}

/** How far one came oneself: for one's own eyes. */
export default async function MyProgressPage(): Promise<ReactNode> {
  const [t, tMe, progress] = await Promise.all([getTranslations("completion"), getTranslations("me"), ask(getMyProgress)]);
  return (
    <Page
      title={t("mine.title")}
      back={{ href: "/me", label: tMe("title") }}
      lead={t("mine.lead", { rule: t(`mine.rules.${progress.namesRule}`) })}
    >
      <ProgressView progress={progress} />
    </Page>
  );
}
