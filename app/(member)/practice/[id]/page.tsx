import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { SURVIVAL_MS } from "#domain/practices/modes.ts";
import { getPractice } from "#server/practices/get-practice.ts";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { MockResult } from "./mock-result.tsx";
import { MockScreen } from "./mock-screen.tsx";
import { RunQuestion } from "./run-question.tsx";
import { RunResult } from "./run-result.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

/** A run of practice: the next question, or a mock exam's sheet; at the end what was right, what was wrong, and where to read. */
export default async function RunPage({ params }: { params: Promise<{ id: string }> }): Promise<ReactNode> {
  const { id } = await params;
  const [t, run, { viewer }] = await Promise.all([getTranslations("practice"), ask(getPractice, { id }), pageContext()]);
  const { mode, total, just, next, closesAt, startedAt, serverNow, questions, title, passPercent, finishedAt } = run;
  const reader = viewer.kind === "member" ? viewer.personId : 0;
  const asked = just ?? next;
  const minutes = closesAt ? Math.round((closesAt.getTime() - startedAt.getTime()) / 60_000) : 0;
  return (
    <Page
      title={mode === "mock" && title ? t("mock.titleOf", { title }) : t(`modes.${mode}`)}
      back={{ href: "/practice", label: t("stop") }}
      width="reading"
    >
      <Words names={["practice", "checks", "play", "review", "results", "refusals", "questionReports", "sheet"]}>
        {asked && (
          <RunQuestion
            key={asked.slot}
            run={run.id}
            reader={reader}
            total={total}
            question={asked}
            told={just && { ...just, livesLeft: run.livesLeft, isOver: false }}
            clock={just ? null : closesAt && { serverNow: serverNow.toISOString(), dueAt: closesAt.toISOString(), wholeMs: SURVIVAL_MS }}
          />
        )}
        {mode === "mock" && !finishedAt && closesAt && (
          <MockScreen
            id={run.id}
            questions={questions}
            startedAt={startedAt.toISOString()}
            dueAt={closesAt.toISOString()}
            serverNow={serverNow.toISOString()}
            rules={<p className="text-muted">{t("mock.rules", { questions: questions.length, minutes, pass: passPercent ?? 0 })}</p>}
          />
        )}
        {finishedAt && (mode === "mock" ? <MockResult run={run} /> : <RunResult run={run} />)}
      </Words>
    </Page>
  );
}
