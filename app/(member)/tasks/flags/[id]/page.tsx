import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { getFlag } from "#server/tasks/get-flag.ts";
import { Badge } from "#ui/badge.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Thread } from "#ui/thread.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };
const DONE = ["noted", "closed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags"))("title") };
}

/** A unit that was told to catch up: why, what is being done, and its closing. */
export default async function FlagPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, flag, refused, query] = await Promise.all([
    getTranslations("flags"),
    ask(getFlag, await params),
    refusedOf(searchParams, ["body", "note"]),
    searchParams,
  ]);
  const done = oneOf(query["refused"]) ? undefined : DONE.find((one) => one === oneOf(query["done"]));
  const here = `/tasks/flags/${flag.id}`;
  return (
    <Page width="reading" title={t("of", { branch: flag.branch.name })} back={{ href: "/tasks", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      {done && <Notice kind="success">{t(done)}</Notice>}
      <Facts flag={flag} />
      <Section title={t("notes")}>
        <Thread entries={flag.thread} none={t("noNotes")} />
        {flag.closedAt === null && (
          <form method="post" action={`/api/flags/${flag.id}/notes`} className="grid gap-4">
            <input type="hidden" name="next" value={`${here}?done=noted`} />
            <AreaField label={t("note")} hint={t("noteHint")} error={refused.at("body")} name="body" rows={4} required maxLength={2_000} />
            <SubmitButton look={flag.mayClose ? "secondary" : "primary"} className="justify-self-start">
              {t("sendNote")}
            </SubmitButton>
          </form>
        )}
      </Section>
      {flag.mayClose && (
        <Section title={t("closing")}>
          <form method="post" action={`/api/desk/flags/${flag.id}/close`} className="grid gap-4">
            <input type="hidden" name="next" value={`${here}?done=closed`} />
            <AreaField label={t("closingNote")} error={refused.at("note")} name="note" rows={2} required maxLength={500} />
            <SubmitButton className="justify-self-start">{t("close")}</SubmitButton>
          </form>
        </Section>
      )}
    </Page>
  );
}

type Flag = Readonly<{
  programme: Readonly<{ title: string }> | null;
  reason: string;
  raisedBy: string | null;
  raisedAt: Date;
  closedAt: Date | null;
  closedBy: string | null;
  closingNote: string;
}>;

async function Facts({ flag }: { flag: Flag }): Promise<ReactNode> {
  const t = await getTranslations("flags");
  const { programme, reason, raisedBy, raisedAt, closedAt, closedBy, closingNote } = flag;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 [&>dt]:text-muted">
      <dt>{t("state")}</dt>
      <dd>
        <Badge tone={closedAt ? "pine" : "amber"}>{t(closedAt ? "isClosed" : "isOpen")}</Badge>
      </dd>
      <dt>{t("reason")}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{reason}</dd>
      <dt>{t("scope")}</dt>
      <dd>{programme?.title ?? t("wholeBranch")}</dd>
      <dt>{t("raised")}</dt>
      <dd>
        {raisedBy ?? "–"} · <TimeText at={raisedAt} form="dated" />
      </dd>
      {closedAt && (
        <>
          <dt>{t("closedLabel")}</dt>
          <dd className="wrap-anywhere">
            {closedBy ?? "–"} · <TimeText at={closedAt} form="dated" />
            <span className="block">{closingNote}</span>
          </dd>
        </>
      )}
    </dl>
  );
}
