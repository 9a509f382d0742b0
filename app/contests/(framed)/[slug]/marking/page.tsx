import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { getNextEssay } from "#server/marking/get-next-essay.ts";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { MarkForm } from "./mark-form.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("marking"))("queue") };
}

/** One answer to mark, blind, with the guide and the author's sample beside it. */
export default async function MarkingPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("marking"), params, searchParams]);
  const { contest, waiting, marked, isOut, essay } = await ask(getNextEssay, { slug });
  return (
    <Page title={t("queue")} lead={t("left", { title: contest.title, waiting, marked })} width="wide">
      <RefusalNotice code={oneOf(query["refused"])} />
      {essay ? (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="grid gap-6">
            <Section title={t("answer")}>
              <p lang="zh-CN" className="whitespace-pre-line wrap-anywhere leading-[1.9]">
                {essay.text}
              </p>
            </Section>
            <Words names={["marking"]}>
              <MarkForm key={essay.handle} slug={slug} handle={essay.handle} />
            </Words>
          </div>
          <Section title={t("question")} aside={t("worth", { worth: pointsText(essay.worth) })}>
            <p lang="zh-CN" className="whitespace-pre-line font-semibold">
              {essay.stem}
            </p>
            {essay.guide && (
              <p lang="zh-CN" className="whitespace-pre-line">
                {essay.guide}
              </p>
            )}
            {essay.sample && (
              <p lang="zh-CN" className="whitespace-pre-line rounded-sm bg-sunken px-4 py-3">
                {essay.sample}
              </p>
            )}
          </Section>
        </div>
      ) : (
        <Empty title={t(isOut ? "isOut" : "nothingLeft")}>{t(isOut ? "isOutLead" : "nothingLeftLead")}</Empty>
      )}
    </Page>
  );
}
