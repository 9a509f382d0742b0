import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Words } from "#ui/words.tsx";
import { CardFacts } from "./card-facts.tsx";
import { ReviewQuestion } from "./review-question.tsx";
import { ReviewTabs } from "./review-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

/** Today's review: each question that is due, with the passage to read, to be answered again in place. */
export default async function ReviewPage(): Promise<ReactNode> {
  const [t, { cards, done }, { viewer }] = await Promise.all([getTranslations("review"), ask(listReview), pageContext()]);
  const reader = viewer.kind === "member" ? viewer.personId : 0;
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/practice", label: t("back") }} width="reading">
      <ReviewTabs current="/review" />
      {cards.length === 0 ? (
        <Empty title={t("empty")} icon={CircleCheck} action={<LinkButton href="/practice">{t("toPractice")}</LinkButton>}>
          {t("emptyHint")}
        </Empty>
      ) : (
        <Words names={["review", "checks", "play", "refusals", "questionReports"]}>
          <p className="tabular flex flex-wrap gap-x-4 text-muted">
            <span>{t("today", { left: cards.length })}</span>
            {done > 0 && <span>{t("doneOf", { done })}</span>}
          </p>
          <ol className="grid gap-5">
            {cards.map(({ dueAt: _dueAt, ...card }) => (
              <li key={card.questionId}>
                <ReviewQuestion
                  reader={reader}
                  card={{ ...card, answeredAt: card.answeredAt.toISOString() }}
                  facts={<CardFacts {...card} />}
                />
              </li>
            ))}
          </ol>
        </Words>
      )}
    </Page>
  );
}
