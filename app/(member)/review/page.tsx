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
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { ReviewQuestion } from "./review-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

/** The own wrong-book: each question that was answered wrong, where and when, to be answered again in place. */
export default async function ReviewPage(): Promise<ReactNode> {
  const [t, { cards, total }, { viewer }] = await Promise.all([getTranslations("review"), ask(listReview), pageContext()]);
  const reader = viewer.kind === "member" ? viewer.personId : 0;
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/practice", label: t("back") }} width="reading">
      {total === 0 ? (
        <Empty title={t("empty")} icon={CircleCheck} action={<LinkButton href="/study">{t("toStudy")}</LinkButton>}>
          {t("emptyHint")}
        </Empty>
      ) : (
        <Words names={["review", "checks", "play"]}>
          <p className="tabular text-muted">{t("count", { total })}</p>
          <ol className="grid gap-5">
            {cards.map((card) => (
              <li key={card.questionId}>
                <ReviewQuestion
                  reader={reader}
                  card={{ ...card, answeredAt: card.answeredAt.toISOString() }}
                  facts={
                    <span className="tabular flex flex-wrap gap-x-3">
                      <span>{t("wrongTimes", { count: card.wrongCount })}</span>
                      <span>{t.rich("wrongAt", { time: () => <TimeText at={card.wrongAt} form="day" /> })}</span>
                      {card.isDoneToday && <span className="font-medium text-pine">{t("doneToday")}</span>}
                    </span>
                  }
                />
              </li>
            ))}
          </ol>
        </Words>
      )}
    </Page>
  );
}
