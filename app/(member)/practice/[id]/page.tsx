import { CircleCheck, CircleX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { StartButton } from "#app/(member)/practice/start-button.tsx";
import { PassageLink } from "#app/(member)/review/passage-link.tsx";
import { getPractice } from "#server/practices/get-practice.ts";
import { LinkButton } from "#ui/button.tsx";
import { Page } from "#ui/page.tsx";
import { Stem } from "#ui/stem.tsx";
import { Words } from "#ui/words.tsx";
import { RunQuestion } from "./run-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

/** A run of practice: the next question, or at the end what was right, what was wrong, and where to read. */
export default async function RunPage({ params }: { params: Promise<{ id: string }> }): Promise<ReactNode> {
  const { id } = await params;
  const [t, run, { viewer }] = await Promise.all([getTranslations("practice"), ask(getPractice, { id }), pageContext()]);
  const { mode, total, next, closesAt, now, done, rightCount, finishedAt } = run;
  const reader = viewer.kind === "member" ? viewer.personId : 0;
  return (
    <Page title={t(`modes.${mode}`)} back={{ href: "/practice", label: t("stop") }} width="reading">
      <Words names={["practice", "checks", "play", "review", "refusals"]}>
        {next && (
          <RunQuestion
            key={next.slot}
            run={run.id}
            reader={reader}
            total={total}
            question={next}
            leftMs={closesAt && Math.max(0, closesAt.getTime() - now.getTime())}
          />
        )}
        {finishedAt && (
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
                </li>
              ))}
            </ol>
            <div className="flex flex-wrap gap-3">
              <LinkButton href="/review">{t("toReview")}</LinkButton>
              {mode !== "daily" && mode !== "topic" && mode !== "weekly" && <StartButton mode={mode} label={t("onward")} look="primary" />}
            </div>
          </div>
        )}
      </Words>
    </Page>
  );
}
