import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { getMyTask } from "#server/tasks/get-my-task.ts";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TaskFacts } from "#ui/task-facts.tsx";
import type { TaskFile } from "#ui/task-files.tsx";
import { Thread, type ThreadEntry } from "#ui/thread.tsx";
import { Words } from "#ui/words.tsx";
import { EvidenceFiles } from "./evidence-files.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getMyTask, await params)).title };
}

/** One task: what is to be done, and where it is said that it was. */
export default async function TaskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, locale, task, refused, query] = await Promise.all([
    getTranslations("tasks"),
    getLocale(),
    ask(getMyTask, await params),
    refusedOf(searchParams, ["body", "file"]),
    searchParams,
  ]);
  const isStudy = task.itemId !== null && task.person !== null;
  const done = (["reported", "added"] as const).find((one) => one === oneOf(query["done"]));
  return (
    <Page width="reading" title={(locale === "en" && task.titleEn) || task.title} back={{ href: "/tasks", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      {done && !oneOf(query["refused"]) && <Notice kind="success">{t(done)}</Notice>}
      <TaskFacts task={task} />
      {task.body && (
        <Section title={t("what")}>
          <p className="wrap-anywhere whitespace-pre-wrap">{task.body}</p>
        </Section>
      )}
      {isStudy ? <p className="text-muted">{t("endsByStudy")}</p> : <Shown task={task} refused={refused.at("file")} />}
      {task.mayReport && (
        <Section title={t("report")}>
          <form method="post" action={`/api/tasks/${task.id}/report`} className="grid gap-4">
            <input type="hidden" name="next" value={`/tasks/${task.id}?done=reported`} />
            <AreaField
              label={t("reportBody")}
              hint={t("reportHint")}
              error={refused.at("body")}
              name="body"
              rows={5}
              required
              maxLength={4_000}
            />
            <SubmitButton className="justify-self-start">{t("send")}</SubmitButton>
          </form>
        </Section>
      )}
    </Page>
  );
}

type ShownProps = Readonly<{
  task: Readonly<{
    id: number;
    thread: readonly ThreadEntry[];
    files: readonly TaskFile[];
    mayAddFiles: boolean;
    mayRemoveFiles: boolean;
  }>;
  refused: string | undefined;
}>;

/** What was said and shown for a task, and the way to show more. */
async function Shown({ task, refused }: ShownProps): Promise<ReactNode> {
  const { id, thread, files, mayAddFiles, mayRemoveFiles } = task;
  const t = await getTranslations("tasks");
  return (
    <>
      <Section title={t("thread")}>
        <Thread entries={thread} none={t("noThread")} />
      </Section>
      {(mayAddFiles || files.length > 0) && (
        <Section title={t("files")}>
          <Words names={["tasks", "refusals"]}>
            <EvidenceFiles taskId={id} files={files} mayAdd={mayAddFiles} mayRemove={mayRemoveFiles} refused={refused} />
          </Words>
        </Section>
      )}
    </>
  );
}
