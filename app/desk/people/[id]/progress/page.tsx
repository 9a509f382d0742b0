import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { NameNotice } from "#app/desk/reports/name-notice.tsx";
import { ProgressView } from "#app/desk/reports/progress-view.tsx";
import { getPersonProgress } from "#server/completion/get-person-progress.ts";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("progress") };
}

/** How far one person came, where names are given; else not even the name. */
export default async function PersonProgressPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { id }, refused] = await Promise.all([getTranslations("completion"), params, refusedOf(searchParams, ["reason"])]);
  const { names, person, progress } = await ask(getPersonProgress, { id });
  return (
    <Page
      title={person ? t("person.title", { name: person.name }) : t("progress")}
      lead={person ? person.branch : t("person.withheld")}
      back={{ href: "/desk/reports", label: t("back") }}
    >
      <RefusalNotice code={refused.code} />
      <NameNotice names={names} here={`/desk/people/${id}/progress`} error={refused.at("reason")} />
      {progress && <ProgressView progress={progress} />}
    </Page>
  );
}
