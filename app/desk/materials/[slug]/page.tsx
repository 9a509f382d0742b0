import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { ReadingText } from "#app/desk/materials/reading-text.tsx";
import { StateBadge } from "#app/desk/materials/state-badge.tsx";
import { ReviewList } from "#app/desk/reviews/review-list.tsx";
import { getMaterialDesk } from "#server/materials/get-material-desk.ts";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { AnchorCounts } from "./anchor-counts.tsx";
import { Attached } from "./attached.tsx";
import { MaterialActions } from "./material-actions.tsx";
import { VersionList } from "./version-list.tsx";
import { WaitingWording } from "./waiting-wording.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

const DONE = ["made", "saved", "submitted", "published", "returned", "withdrawn"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("materialDesk"))("title") };
}

/** One text for its editors: the newest wording, where it stands, its versions. */
export default async function MaterialDeskPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("materialDesk"), params, searchParams]);
  const material = await ask(getMaterialDesk, { slug });
  const { latest, state, publishedNumber, collection, branchName, questions } = material;
  const { sourceName, sourceDate, sourceNote } = latest;
  const done = DONE.find((name) => name === oneOf(query["done"]));
  const refused = oneOf(query["refused"]);
  const lost = Number(oneOf(query["lost"]) ?? 0) || 0;
  const isBehind = state === "published" && publishedNumber !== null && publishedNumber < latest.number && !material.waiting;
  return (
    <Page
      title={<span lang="zh-CN">{latest.title}</span>}
      back={{ href: "/desk/materials", label: t("title") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <StateBadge state={state} />
          <span>{t("version", { number: latest.number })}</span>
          <span>{t("characters", { count: latest.characters })}</span>
          {collection && <span lang="zh-CN">{collection}</span>}
          {latest.tags.length > 0 && <span lang="zh-CN">{latest.tags.join(t("comma"))}</span>}
          <span>{branchName ?? t("everybody")}</span>
          {material.audienceTags.length > 0 && <span>{t("onlyTagged", { tags: material.audienceTags.join(t("comma")) })}</span>}
          {latest.bodyEn && <span lang="en">English</span>}
        </span>
      }
      action={
        <MaterialActions slug={slug} state={state} latest={latest.number} published={publishedNumber} waits={material.waiting !== null} />
      }
    >
      <DoneNotice sentence={done && t(`done.${done}`)} refused={refused} />
      <RefusalNotice code={refused} />
      {isBehind && <Notice>{t("publishedBehind", { number: publishedNumber, latest: latest.number })}</Notice>}
      {state === "archived" && <Notice kind="warning">{t("isWithdrawn")}</Notice>}
      {lost > 0 && <Notice kind="warning">{t("checksLost", { count: lost })}</Notice>}
      {material.waiting && <WaitingWording slug={slug} waiting={material.waiting} />}
      <Section title={t("source")}>
        <p lang="zh-CN">
          {[sourceName, sourceDate, sourceNote].filter((part) => part !== "").join(" · ") || (
            <span className="text-muted">{t("noSource")}</span>
          )}
        </p>
        {latest.summary && (
          <p lang="zh-CN" className="text-muted">
            {latest.summary}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-4">
          {t("questionsAbout", { count: questions })}
          <Link
            href={`/desk/questions/new?material=${slug}`}
            className="inline-flex min-h-11 items-center text-seal underline underline-offset-4"
          >
            {t("newQuestion")}
          </Link>
        </p>
      </Section>
      <Attached files={material.files} checks={material.checks} questions={material.textQuestions} />
      <Section title={t("history")}>
        <AnchorCounts slug={slug} />
        <VersionList slug={slug} versions={material.versions} isShown={state === "published"} />
      </Section>
      {material.reviews.length > 0 && (
        <Section title={t("reviews")}>
          <ReviewList reviews={material.reviews} />
        </Section>
      )}
      <Section title={t("asMembersNewest")}>
        <ReadingText blocks={material.blocks} />
      </Section>
    </Page>
  );
}
