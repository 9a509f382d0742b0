import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { getTask } from "#server/tasks/get-task.ts";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TaskFacts } from "#ui/task-facts.tsx";
import { TaskFiles } from "#ui/task-files.tsx";
import { Thread } from "#ui/thread.tsx";
import { EditForm } from "./edit-form.tsx";
import { TaskDeeds } from "./task-deeds.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
const DONE = ["saved", "returned", "waived", "unwaived", "cancelled", "reminded"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getTask, await params)).title };
}

/** One task of the ledger: who owes it, what was shown for it, and what an office may do about it. */
export default async function TaskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tTasks, locale, task, refused, query] = await Promise.all([
    getTranslations("taskDesk"),
    getTranslations("tasks"),
    getLocale(),
    ask(getTask, await params),
    refusedOf(searchParams, ["title", "body", "dueAt", "reason", "note"]),
    searchParams,
  ]);
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const isOpen = task.state === "open" || task.state === "overdue";
  return (
    <Page width="reading" title={(locale === "en" && task.titleEn) || task.title} back={{ href: "/desk/tasks", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={done && t(`done.${done}`)} refused={oneOf(query["refused"])} />
      <Section title={t("about")} aside={<Link href={`/desk/audit?object=task&objectId=${task.id}`}>{t("ledgerOf")}</Link>}>
        <TaskFacts task={task} />
        {task.body && <p className="wrap-anywhere whitespace-pre-wrap">{task.body}</p>}
      </Section>
      <Section title={tTasks("thread")}>
        <Thread entries={task.thread} none={tTasks("noThread")} />
      </Section>
      {task.files.length > 0 && (
        <Section title={tTasks("files")}>
          <TaskFiles files={task.files} />
        </Section>
      )}
      <TaskDeeds task={task} errorAt={refused.at} />
      {isOpen && task.programme === null && (
        <Section title={t("change")}>
          <EditForm task={task} errorAt={refused.at} />
        </Section>
      )}
    </Page>
  );
}
