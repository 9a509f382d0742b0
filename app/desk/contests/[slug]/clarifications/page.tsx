import { MessageCircleQuestionMark } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { SendForm } from "#app/desk/send-form.tsx";
import { listClarificationsDesk } from "#server/clarifications/list-clarifications-desk.ts";
import { Empty } from "#ui/empty.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AskedItem } from "./asked-item.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
const DONE = ["announced", "answered"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clarifications"))("title") };
}

/** What contestants ask, those who wait first; an answer goes to one or to all, and something can be told to all unasked. */
export default async function ClarificationsDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("clarifications"), params, searchParams]);
  const { contest, items } = await ask(listClarificationsDesk, { slug });
  const path = `/desk/contests/${slug}/clarifications`;
  const done = DONE.find((name) => name === oneOf(query["done"]));
  const refused = oneOf(query["refused"]);
  return (
    <Page title={t("of", { title: contest.title })} back={{ href: `/desk/contests/${slug}`, label: contest.title }} lead={t("lead")}>
      {refused ? <RefusalNotice code={refused} /> : done && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      <Section title={t("title")}>
        {items.length === 0 ? (
          <Empty title={t("none")} icon={MessageCircleQuestionMark}>
            {t("noneLead")}
          </Empty>
        ) : (
          <ul className="grid gap-5">
            {items.map((item) => (
              <AskedItem key={item.id} item={item} path={path} />
            ))}
          </ul>
        )}
      </Section>
      {contest.phase !== "draft" && contest.phase !== "cancelled" && (
        <Section title={t("announce")}>
          <SendForm action={`/api${path}`} next={`${path}?done=announced`} submit={t("announceSend")}>
            <AreaField label={t("announceText")} name="text" required maxLength={1_000} rows={3} />
          </SendForm>
        </Section>
      )}
    </Page>
  );
}
