import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StartButton } from "#app/(member)/practice/start-button.tsx";
import { ReportQuestion } from "#app/(member)/report-question.tsx";
import { PassageLink } from "#app/(member)/review/passage-link.tsx";
import type { getPractice } from "#server/practices/get-practice.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Stem } from "#ui/stem.tsx";

export type Run = typeof getPractice extends Verb<infer Value> ? Value : never;

/** What a run came to: what was right, and of what was wrong why, and where to read. */
export function RunResult({ run: { id, mode, done, rightCount } }: { run: Run }): ReactNode {
  const t = useTranslations("practice");
  return (
    <div className="grid gap-6">
      <p className="tabular font-display font-semibold text-2xl">{t("over", { right: rightCount, total: done.length })}</p>
      {rightCount < done.length && <p className="text-muted">{t("wrongComes")}</p>}
      <ol className="grid gap-3">
        {done.map(({ slot, isRight, body, passage, reveal }) => (
          <li key={slot} className="grid gap-2 rounded-md border border-line bg-raised p-4">
            <div className="flex items-start gap-3" lang="zh-CN">
              {isRight ? (
                <CircleCheck aria-label={t("right", { right: 1, questions: 1 })} className="mt-1 size-5 flex-none text-pine" />
              ) : (
                <CircleX aria-label={t("right", { right: 0, questions: 1 })} className="mt-1 size-5 flex-none text-seal" />
              )}
              <div className="min-w-0">
                <Stem text={body.stem} />
                {!isRight && reveal?.explanation && <p className="mt-2 whitespace-pre-line text-muted">{reveal.explanation}</p>}
              </div>
            </div>
            {!isRight && passage && <PassageLink passage={passage} />}
            {reveal && <ReportQuestion from="practice" id={id} slot={slot} />}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/review">{t("toReview")}</LinkButton>
        {mode !== "daily" && mode !== "topic" && mode !== "weekly" && <StartButton mode={mode} label={t("onward")} look="primary" />}
      </div>
    </div>
  );
}
