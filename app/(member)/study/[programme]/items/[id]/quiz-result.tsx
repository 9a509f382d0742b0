import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { ResultItem } from "#app/contests/(framed)/[slug]/attempts/[id]/result-item.tsx";
import { getQuizResult } from "#server/programmes/get-quiz-result.ts";
import { Card } from "#ui/card.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";

/** What an ended try came to, question by question, with the reason and where to read it again. */
export async function QuizResult({ attemptId }: { attemptId: number }): Promise<ReactNode> {
  const [t, format, result] = await Promise.all([getTranslations("programmes"), getFormatter(), ask(getQuizResult, { id: attemptId })]);
  const { right, questions, score, passed, items } = result;
  const wrong = items.filter(({ mark, response }) => response !== null && !mark.isRight).length;
  return (
    <div className="grid gap-5" id="result">
      <Card title={t("resultOf", { number: result.number })}>
        <div className="flex flex-wrap gap-x-12 gap-y-5">
          <Figure value={right} unit={t("ofQuestions", { questions })} label={t("rightCount")} />
          <Figure value={format.number(score / 10_000, { style: "percent", maximumFractionDigits: 2 })} label={t("share")} />
        </div>
        <Notice kind={passed ? "success" : "info"}>{t(passed ? "passed" : "notPassed")}</Notice>
        {wrong > 0 && <p className="text-muted text-sm">{t("wrongKept", { count: wrong })}</p>}
      </Card>
      <ol className="grid gap-5">
        {items.map((item) => (
          <ResultItem key={item.slot} item={item} />
        ))}
      </ol>
    </div>
  );
}
