import { BookOpenCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { CardFacts } from "#app/(member)/review/card-facts.tsx";
import { LeechHelp } from "#app/(member)/review/leech-help.tsx";
import { PassageLink } from "#app/(member)/review/passage-link.tsx";
import { RemoveButton } from "#app/(member)/review/remove-button.tsx";
import { ReviewTabs } from "#app/(member)/review/review-tabs.tsx";
import { listBook } from "#server/reviews/list-book.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Stem } from "#ui/stem.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("book") };
}

/** The whole wrong-book: when each question comes again, where to read, and the way to take it out by hand. */
export default async function BookPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const asked = Number(oneOf((await searchParams)["page"]) ?? 1);
  const wanted = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
  const [t, { cards, page, hasNext }, { now }] = await Promise.all([
    getTranslations("review"),
    ask(listBook, { page: wanted }),
    pageContext(),
  ]);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/practice", label: t("back") }} width="reading">
      <ReviewTabs current="/review/book" />
      {cards.length === 0 && (
        <Empty title={t("bookEmpty")} icon={BookOpenCheck}>
          {t("bookEmptyHint")}
        </Empty>
      )}
      <Words names={["review", "refusals"]}>
        <ol className="grid gap-4">
          {cards.map((card) => (
            <li key={card.questionId} className="grid gap-2 rounded-md border border-line bg-raised p-4 sm:p-5">
              <div className="text-muted text-sm">
                <CardFacts {...card}>
                  <span className="font-medium text-ink">
                    {card.dueAt === null || card.dueAt <= now
                      ? t("dueNow")
                      : t.rich("next", { time: () => <TimeText at={card.dueAt ?? now} form="day" /> })}
                  </span>
                </CardFacts>
              </div>
              <div lang="zh-CN">
                <Stem text={card.body.stem} />
              </div>
              {card.passage && <PassageLink passage={card.passage} />}
              {card.isLeech && <LeechHelp passage={card.passage} />}
              <RemoveButton questionId={card.questionId} />
            </li>
          ))}
        </ol>
      </Words>
      {(page > 1 || hasNext) && (
        <nav aria-label={t("book")} className="flex justify-between gap-3">
          {page > 1 ? <LinkButton href={`/review/book?page=${page - 1}`}>{t("prev")}</LinkButton> : <span />}
          {hasNext && <LinkButton href={`/review/book?page=${page + 1}`}>{t("nextPage")}</LinkButton>}
        </nav>
      )}
    </Page>
  );
}
