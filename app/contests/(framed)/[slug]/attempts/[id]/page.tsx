import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask, tryAsk } from "#app/_http/ask.ts";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import { getResult } from "#server/attempts/get-result.ts";
import { listMyAttempts } from "#server/attempts/list-my-attempts.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";
import { Corrections } from "./corrections.tsx";
import { OwnAbsences } from "./own-absences.tsx";
import { ResultItem } from "./result-item.tsx";

type Props = { params: Promise<{ slug: string; id: string }> };
type Result = typeof getResult extends Verb<infer Value> ? Value : never;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("results"))("title") };
}

/** One's own ended attempt, as far as the printed rules have opened it; what is still closed is said with the moment it opens. */
export default async function ResultPage({ params }: Props): Promise<ReactNode> {
  const [t, { slug, id }] = await Promise.all([getTranslations("results"), params]);
  // Notices lead here: they do not know which attempt is one's last.
  if (id === "mine") {
    const { attempts } = await ask(listMyAttempts, {});
    const last = attempts.find(({ contest, finishedAt }) => contest.slug === slug && finishedAt !== null);
    redirect(last ? `/contests/${slug}/attempts/${last.attemptId}` : `/contests/${slug}`);
  }
  const outcome = await tryAsk(getResult, { id });
  if (!outcome.ok && outcome.code === "still-running") redirect(`/contests/${slug}/play`);
  const result = outcome.ok ? outcome.value : await ask(getResult, { id });
  if (result.contest.slug !== slug) notFound();
  const { items } = result;
  return (
    <Page
      title={t(result.isRehearsal ? "rehearsed" : "handedIn")}
      back={{ href: `/contests/${slug}`, label: result.contest.title }}
      lead={t.rich("lead", { number: result.number, time: () => <TimeText at={result.finishedAt} /> })}
      action={<LinkButton href={`/contests/${slug}/board`}>{t("toBoard")}</LinkButton>}
    >
      {result.isRehearsal && <Notice kind="warning">{t("rehearsal")}</Notice>}
      {result.state === "voided" && <Notice kind="warning">{t("voided")}</Notice>}
      <Score result={result} />
      <Corrections corrections={result.corrections} />
      {items.length > 0 && (
        <Section title={t("items")}>
          {items.every(({ reveal }) => reveal === null) && <Notice>{t(`later.keys.${result.opens.keys}`)}</Notice>}
          <Words names={["questionReports", "refusals"]}>
            <ol className="grid gap-5">
              {items.map((item) => (
                <ResultItem
                  key={item.slot}
                  item={item}
                  isByLevels={result.isByLevels}
                  reported={{ from: "attempt", id: result.attemptId }}
                />
              ))}
            </ol>
          </Words>
        </Section>
      )}
      {!result.isRehearsal && <OwnAbsences attemptId={result.attemptId} slug={slug} />}
    </Page>
  );
}

async function Score({ result }: { result: Result }): Promise<ReactNode> {
  const t = await getTranslations("results");
  const { score, worth, questions, answered, startedAt, finishedAt, opens, items } = result;
  return (
    <Card>
      <div className="flex flex-wrap gap-x-12 gap-y-5">
        {score && <Figure value={pointsText(score.milli)} unit={t("ofPoints", { worth: pointsText(worth) })} label={t("score")} />}
        {score && <Figure value={score.right} unit={t("ofQuestions", { questions })} label={t("right")} />}
        <Figure value={answered} unit={t("ofQuestions", { questions })} label={t("answered")} />
        <Figure value={raceTime(finishedAt.getTime() - startedAt.getTime())} label={t("time")} />
      </div>
      {score?.passed !== undefined && score?.passed !== null && (
        <Notice kind={score.passed ? "success" : "info"}>{t(score.passed ? "passed" : "notPassed")}</Notice>
      )}
      {result.waiting > 0 && <Notice kind="warning">{t("waiting", { count: result.waiting })}</Notice>}
      {!score && <Notice>{t(`later.score.${opens.score}`)}</Notice>}
      {items.length === 0 && <p className="text-muted text-sm">{t(`later.answers.${opens.answers}`)}</p>}
    </Card>
  );
}
