import { Route } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { PromotionTable } from "#app/contests/promotion-table.tsx";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { getPromotionDesk } from "#server/stages/get-promotion-desk.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { NextStageForm } from "./next-stage-form.tsx";
import { PublishForm } from "./publish-form.tsx";
import { StepBackForm } from "./step-back-form.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };
type Desk = typeof getPromotionDesk extends Verb<infer Value> ? Value : never;
type Published = NonNullable<Desk["published"]>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stages"))("title") };
}

/** Who goes on from a contest: the dry run of its printed rules, the list in force, what changed since, and the next stage. */
export default async function PromotionPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query, refused] = await Promise.all([getTranslations("stages"), params, searchParams, refusedOf(searchParams, [])]);
  const tries = oneOf(query["tries"]) === "true";
  const desk = await ask(getPromotionDesk, { slug, tries, without: [query["without"] ?? []].flat() });
  const { contest, rules, now, left, change, finals, published, nextStage } = desk;
  const count = now.filter(({ kind }) => kind === "promoted").length;
  return (
    <Page
      title={t("of", { title: contest.title })}
      back={{ href: `/desk/contests/${slug}`, label: contest.title }}
      lead={t("lead")}
      width="wide"
    >
      <RefusalNotice code={refused.code} />
      <DoneNotice sentence={oneOf(query["done"]) === "published" ? t("done") : undefined} refused={oneOf(query["refused"])} />
      {rules === null ? (
        <Empty title={t("noRules")} icon={Route}>
          {t("noRulesLead")}
        </Empty>
      ) : (
        <>
          <Section title={t("published")}>
            {published ? <PublishedList published={published} /> : <p className="text-muted">{t("notYet")}</p>}
          </Section>
          <Section title={t("dryRun")}>
            <p className="text-muted">{t("dryRunLead")}</p>
            <StepBackForm left={left} listed={now} />
            <ChangeNotice change={change} head={t(published ? "changeOf" : "changeFirst")} />
            <PromotionTable rows={now} caption={t("dryRun")} empty={<Empty title={t("empty")} />} />
            {contest.phase === "published" && count > 0 && (
              <Words names={["stages", "common"]}>
                <PublishForm {...{ slug, count, revises: published?.number ?? 0 }} without={left.map(({ subject }) => subject)} />
              </Words>
            )}
          </Section>
          <Section title={t("next")}>
            {nextStage ? (
              <LinkButton href={`/desk/contests/${nextStage.slug}`} className="justify-self-start">
                {t("goNext", { title: nextStage.title })}
              </LinkButton>
            ) : (
              <NextStageForm slug={slug} title={contest.title} />
            )}
          </Section>
          <Section title={t("finals")}>
            <p className="text-muted">{t("finalsLead")}</p>
            <div className="flex flex-wrap gap-2">
              {finals.map(({ id, title }) => (
                <LinkButton key={id} href={`/desk/halls/${id}`}>
                  {title}
                </LinkButton>
              ))}
              {published && (
                <LinkButton href={`/desk/halls/new?contest=${slug}`} look="quiet">
                  {t("makeFinal")}
                </LinkButton>
              )}
            </div>
          </Section>
        </>
      )}
    </Page>
  );
}

type Change = Readonly<{ change: Desk["change"]; head: string; kind?: "warning" }>;

/** Who would come in, who would fall out, whose place is another; nothing when nothing is otherwise. */
async function ChangeNotice({ change, head, kind }: Change): Promise<ReactNode> {
  const t = await getTranslations("stages");
  const parts = (["joins", "leaves", "moves"] as const).filter((part) => change[part].length > 0);
  if (parts.length === 0) return null;
  return (
    <Notice {...(kind && { kind })}>
      {head}
      <ul className="mt-2 grid gap-1">
        {parts.map((part) => (
          <li key={part}>{t(part, { names: change[part].join(" · ") })}</li>
        ))}
      </ul>
    </Notice>
  );
}

async function PublishedList({ published }: { published: Published }): Promise<ReactNode> {
  const t = await getTranslations("stages");
  const { number, publishedAt, reason, difference, rows } = published;
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t.rich("publishedAs", { number, at: () => <TimeText at={publishedAt} form="dated" /> })}</p>
      {reason && <p>{t("because", { reason })}</p>}
      {difference && <ChangeNotice change={difference} head={t("difference")} kind="warning" />}
      <PromotionTable rows={rows} caption={t("published")} empty={null} />
    </div>
  );
}
