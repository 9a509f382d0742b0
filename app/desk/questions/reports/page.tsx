import { Flag } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listQuestionReports } from "#server/question-reports/list-question-reports.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { ReportedQuestion } from "./reported-question.tsx";

const PATH = "/desk/questions/reports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionReports"))("desk.title") };
}

/** What members reported about the questions of one's banks, grouped by question: read, answer, edit, or propose a ruling. */
export default async function ReportsDeskPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { groups }, query, refused] = await Promise.all([
    getTranslations("questionReports"),
    ask(listQuestionReports),
    searchParams,
    refusedOf(searchParams, ["reply"]),
  ]);
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} back={{ href: "/desk/questions", label: t("desk.bank") }}>
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "answered" ? t("desk.answered") : undefined} refused={oneOf(query["refused"])} />
      {groups.length === 0 && (
        <Empty title={t("desk.none")} icon={Flag} action={<Link href="/desk/questions">{t("desk.bank")}</Link>}>
          {t("desk.noneLead")}
        </Empty>
      )}
      <ol className="grid gap-5">
        {groups.map((group) => (
          <ReportedQuestion key={group.versionId} group={group} next={PATH} />
        ))}
      </ol>
    </Page>
  );
}
