import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { beingRead } from "#app/(member)/first-thing.ts";
import { MaterialCard } from "#app/(member)/materials/material-card.tsx";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";
import { getQueue } from "#server/matches/get-queue.ts";
import { listMaterials } from "#server/materials/list-materials.ts";
import { getPracticeOverview } from "#server/practices/get-practice-overview.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { LinkCard } from "#ui/card.tsx";
import { Page, Section } from "#ui/page.tsx";
import { ReviewCard } from "./review-card.tsx";
import { Mastery, Ways } from "./ways.tsx";

const SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

/** The daily loop: what is due, the five of the day, other ways to practise, how well one knows each topic; then one's answered papers whose review has opened, and texts one has read. */
export default async function PracticePage(): Promise<ReactNode> {
  const [t, tDuel, { attempts }, { items }, { cards: due }, overview, { isOn }] = await Promise.all([
    getTranslations("practice"),
    getTranslations("duel"),
    ask(listMyAttempts),
    ask(listMaterials),
    ask(listReview),
    ask(getPracticeOverview),
    ask(getQueue),
  ]);
  const open = attempts.filter(({ score, reviewable }) => score !== null || reviewable);
  const read = beingRead(items).slice(0, SHOWN);
  return (
    <Page title={t("title")} lead={t("lead")}>
      {due.length > 0 && (
        <LinkCard
          href="/review"
          level={2}
          title={t("wrongBook")}
          lead={t("wrongBookLead")}
          aside={<span className="tabular font-semibold text-lg">{t("wrongCount", { count: due.length })}</span>}
        />
      )}
      <Ways overview={overview} />
      {isOn && <LinkCard href="/practice/duel" level={2} title={tDuel("title")} lead={tDuel("cardLead")} />}
      <Mastery topics={overview.mastery} />
      {open.length > 0 && (
        <Section title={t("papers")}>
          <div className="grid gap-3">
            {open.map((attempt) => (
              <ReviewCard key={attempt.attemptId} attempt={attempt} />
            ))}
          </div>
        </Section>
      )}
      {read.length > 0 && (
        <Section title={t("readAgain")}>
          <div className="grid gap-3">
            {read.map((material) => (
              <MaterialCard key={material.slug} material={material} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}
