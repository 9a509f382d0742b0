import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StartButton } from "#app/(member)/practice/start-button.tsx";
import { type LookedBackAt, ResultItem } from "#app/contests/(framed)/[slug]/attempts/[id]/result-item.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Run } from "./run-result.tsx";

/** Ten-thousandths: the whole mark. */
const WHOLE = 10_000;

/** An answer as a paper's result shows it. A question that a contest has taken since keeps its key to itself. */
function lookedBackAt({ slot, worth, body, response, mark, isRight, reveal, passage }: Run["done"][number]): LookedBackAt {
  return {
    ...{ slot, worth, body, response },
    mark: { milli: Math.round((mark * worth) / WHOLE), isRight },
    reveal: reveal?.key ? { key: reveal.key, explanation: reveal.explanation, passage } : null,
  };
}

/** What a mock exam came to: the score beside the pass line (R16), then each question with the right answer, why, and where to read. */
export function MockResult({ run }: { run: Run }): ReactNode {
  const t = useTranslations("practice");
  const format = useFormatter();
  const { done, rightCount, score, passPercent, setId, category, total } = run;
  const share = (score ?? 0) / WHOLE;
  const isPassed = share * 100 >= (passPercent ?? 0);
  const wrong = done.filter(({ isRight, response }) => !isRight && response !== null).length;
  return (
    <div className="grid gap-6">
      <Card title={t("mock.result")}>
        <div className="flex flex-wrap gap-x-12 gap-y-5">
          <Figure value={format.number(share, { style: "percent", maximumFractionDigits: 1 })} label={t("mock.share")} />
          <Figure value={rightCount} unit={t("mock.ofQuestions", { total: done.length })} label={t("mock.rightCount")} />
          <Figure value={format.number((passPercent ?? 0) / 100, { style: "percent" })} label={t("mock.passLine")} />
        </div>
        <Notice kind={isPassed ? "success" : "info"}>{t(isPassed ? "mock.passed" : "mock.failed")}</Notice>
        {wrong > 0 && <p className="text-muted text-sm">{t("mock.wrongKept", { count: wrong })}</p>}
        <div className="flex flex-wrap gap-3">
          {wrong > 0 && <LinkButton href="/review">{t("toReview")}</LinkButton>}
          <StartButton
            mode="mock"
            {...(setId === null ? { category, length: Math.max(5, total) } : { setId })}
            label={t(isPassed ? "mock.again" : "mock.makeUp")}
            look="primary"
          />
        </div>
      </Card>
      <ol className="grid gap-5">
        {done.map((item) => (
          <ResultItem key={item.slot} item={lookedBackAt(item)} reported={{ from: "practice", id: run.id }} />
        ))}
      </ol>
    </div>
  );
}
