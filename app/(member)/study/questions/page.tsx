import { CircleHelp } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listOpenQuestions } from "#server/annotations/list-open-questions.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { OpenQuestion } from "./open-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("annotations.questions"))("title") };
}

/** For those who look after a branch: what its people asked about texts and nobody has settled. */
export default async function QuestionsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const since = oneOf((await searchParams)["since"]) === "ever" ? "ever" : "week";
  const [t, { questions }] = await Promise.all([getTranslations("annotations.questions"), ask(listOpenQuestions, { since })]);
  const tabs = [
    { href: "/study/questions", label: t("week") },
    { href: "/study/questions?since=ever", label: t("ever") },
  ];
  return (
    <Page width="reading" title={t("title")} lead={t("lead")} back={{ href: "/study", label: t("back") }}>
      <Tabs label={t("views")} tabs={tabs} current={tabs[since === "ever" ? 1 : 0]?.href ?? ""} />
      {questions.length === 0 ? (
        <Empty icon={CircleHelp} title={t("none")}>
          {t("noneHint")}
        </Empty>
      ) : (
        <ol className="grid gap-4">
          {questions.map((question) => (
            <OpenQuestion key={question.id} question={question} />
          ))}
        </ol>
      )}
    </Page>
  );
}
