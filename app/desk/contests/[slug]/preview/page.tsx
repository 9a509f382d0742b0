import { RefreshCw } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tryAsk } from "#app/_http/ask.ts";
import { previewContest } from "#server/contests/preview-contest.ts";
import { LinkButton } from "#ui/button.tsx";
import { ContestRules } from "#ui/contest-rules.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { PreviewQuestion } from "./preview-question.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Readonly<{ seed?: string }>> };

/** The next paper to look at: 1, 2, 3 … */
const nextSeed = (seed: string): string => String((Number.parseInt(seed, 10) || 0) + 1);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contestDesk"))("preview.title") };
}

export default async function PreviewPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, { seed = "1" }] = await Promise.all([getTranslations("contestDesk"), params, searchParams]);
  const back = { href: `/desk/contests/${slug}`, label: t("preview.back") };
  const drawn = await tryAsk(previewContest, { slug, seed });
  if (!drawn.ok) {
    if (drawn.code !== "pool-too-small") notFound();
    return (
      <Page title={t("preview.title")} back={back}>
        <RefusalNotice code={drawn.code} />
      </Page>
    );
  }
  const { contest, items } = drawn.value;
  return (
    <Page
      title={contest.title}
      lead={contest.branchName}
      back={back}
      width="reading"
      action={
        <LinkButton href={`/desk/contests/${slug}/preview?seed=${nextSeed(seed)}`}>
          <RefreshCw aria-hidden className="size-4" />
          {t("preview.another")}
        </LinkButton>
      }
    >
      <Notice>{t("preview.lead")}</Notice>
      {contest.intro && <p className="whitespace-pre-line leading-relaxed">{contest.intro}</p>}
      <Section title={t("printed")}>
        <ContestRules
          rules={contest.rules}
          opensAt={contest.opensAt}
          closesAt={contest.closesAt}
          freezeAt={contest.freezeAt}
          questions={contest.questions}
          worth={contest.worth}
        />
      </Section>
      <Section title={t("preview.paper", { seed })}>
        <ol className="grid gap-8">
          {items.map((item) => (
            <li key={item.slot}>
              <PreviewQuestion number={item.slot + 1} worth={item.worth} body={item.body} />
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  );
}
