import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkCard } from "#ui/card.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Attempt = Readonly<{
  attemptId: number;
  contest: Readonly<{ slug: string; title: string }>;
  number: number;
  dueAt: Date;
  finishedAt: Date | null;
  questions: number;
  worth: number;
  score: Readonly<{ milli: number; right: number }> | null;
  reviewable: boolean;
}>;

/** An ended attempt to look at again: when, how many right, the score; as far as the contest's rules have opened it. */
export function ReviewCard({ attempt }: { attempt: Attempt }): ReactNode {
  const t = useTranslations("practice");
  const { attemptId, contest, number, dueAt, finishedAt, questions, worth, score, reviewable } = attempt;
  return (
    <LinkCard
      href={`/contests/${contest.slug}/attempts/${attemptId}`}
      title={t("paper", { title: contest.title, number })}
      lead={
        <span className="tabular flex flex-wrap gap-x-3">
          <TimeText at={finishedAt ?? dueAt} form="day" />
          {score && <span>{t("right", { right: score.right, questions })}</span>}
          <span>{t(reviewable ? "answersOpen" : "scoreOnly")}</span>
        </span>
      }
      aside={
        score && <span className="tabular font-semibold text-lg">{t("score", { score: score.milli / 1_000, worth: worth / 1_000 })}</span>
      }
    />
  );
}
