import { PencilLine } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { beingRead } from "#app/(member)/first-thing.ts";
import { MaterialCard } from "#app/(member)/materials/material-card.tsx";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";
import { listMaterials } from "#server/materials/list-materials.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { LinkButton } from "#ui/button.tsx";
import { LinkCard } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { ReviewCard } from "./review-card.tsx";

const SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

/** Look again: one's answered papers whose review has opened, and texts one has read. */
export default async function PracticePage(): Promise<ReactNode> {
  const [t, { attempts }, { items }, { cards: due }] = await Promise.all([
    getTranslations("practice"),
    ask(listMyAttempts),
    ask(listMaterials),
    ask(listReview),
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
      {open.length === 0 && read.length === 0 && due.length === 0 && (
        <Empty
          title={t("empty")}
          icon={PencilLine}
          action={
            <LinkButton href="/contests" look="primary">
              {t("toContests")}
            </LinkButton>
          }
        >
          {t("emptyHint")}
        </Empty>
      )}
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
