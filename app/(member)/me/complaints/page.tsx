import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { listMyComplaints } from "#server/complaints/list-my-complaints.ts";
import { Badge } from "#ui/badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("complaints"))("title") };
}

/** Write to the administrators of one's branch, and read what they answered. */
export default async function ComplaintsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { complaints }, query, refused] = await Promise.all([
    getTranslations("complaints"),
    ask(listMyComplaints),
    searchParams,
    refusedOf(searchParams, ["body"]),
  ]);
  return (
    <Page width="reading" title={t("title")} lead={t("lead")} back={{ href: "/me", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      {oneOf(query["sent"]) && <Notice kind="success">{t("sent")}</Notice>}
      <form method="post" action="/api/complaints" className="grid gap-4">
        <input type="hidden" name="next" value="/me/complaints?sent=1" />
        <AreaField label={t("body")} hint={t("bodyHint")} error={refused.at("body")} name="body" rows={5} required maxLength={2_000} />
        <SubmitButton className="justify-self-start">{t("send")}</SubmitButton>
      </form>
      <Section title={t("mine")}>
        {complaints.length === 0 ? (
          <Empty title={t("none")} icon={MessageSquareText}>
            {t("noneHint")}
          </Empty>
        ) : (
          <ol className="grid gap-6">
            {complaints.map((complaint) => (
              <Letter key={complaint.id} complaint={complaint} />
            ))}
          </ol>
        )}
      </Section>
    </Page>
  );
}

type Complaint = Readonly<{ body: string; createdAt: Date; reply: string | null; repliedAt: Date | null }>;

async function Letter({ complaint: { body, createdAt, reply, repliedAt } }: { complaint: Complaint }): Promise<ReactNode> {
  const t = await getTranslations("complaints");
  return (
    <li className="grid gap-3 border-line border-b pb-6 last:border-0">
      <p className="flex flex-wrap items-center gap-3 text-muted text-sm">
        <TimeText at={createdAt} />
        <Badge tone={reply === null ? "plain" : "pine"}>{t(reply === null ? "waiting" : "answered")}</Badge>
      </p>
      <p className="whitespace-pre-wrap">{body}</p>
      {reply !== null && (
        <blockquote className="border-pine border-s-3 ps-4">
          <p className="text-muted text-sm">
            {t("reply")} {repliedAt && <TimeText at={repliedAt} />}
          </p>
          <p className="mt-1 whitespace-pre-wrap">{reply}</p>
        </blockquote>
      )}
    </li>
  );
}
