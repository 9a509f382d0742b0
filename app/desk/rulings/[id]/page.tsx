import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { STATE_TONES } from "#app/desk/contests/[slug]/rulings/ruling-table.tsx";
import { AnswerKey } from "#app/desk/questions/answer-key.tsx";
import { ShownQuestion } from "#app/desk/questions/shown-question.tsx";
import { getRuling } from "#server/rulings/get-ruling.ts";
import { Badge } from "#ui/badge.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { EffectView } from "./effect-view.tsx";
import { RulingSteps } from "./ruling-steps.tsx";
import { RulingStory } from "./ruling-story.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rulings"))("one") };
}

/** A ruling: the question with the old and the new answer, what it changes (before it is applied, by a dry run), and the next step. */
export default async function RulingPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { id }, query] = await Promise.all([getTranslations("rulings"), params, searchParams]);
  const ruling = await ask(getRuling, { id });
  const { contest, kind, state, reason, takesBack, question, key, newKey, effect, problem } = ruling;
  return (
    <Page
      title={t(`kinds.${kind}`)}
      back={{ href: `/desk/contests/${contest.slug}/rulings`, label: t("of", { title: contest.title }) }}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <Badge tone={STATE_TONES[state]}>{t(`states.${state}`)}</Badge>
          <span lang="zh-CN">{reason}</span>
          {takesBack && (
            <Link href={`/desk/rulings/${takesBack}`} className="text-seal">
              {t("taken")}
            </Link>
          )}
        </span>
      }
      width="wide"
    >
      <RefusalNotice code={oneOf(query["refused"]) ?? problem ?? undefined} />
      <RulingSteps ruling={ruling} />
      <Section title={t(state === "applied" ? "effect" : "preview")}>
        {effect ? <EffectView effect={effect} isDone={state === "applied"} /> : <p className="text-muted">{t("noPreview")}</p>}
      </Section>
      <Section title={t("question")}>
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="grid gap-4">
            <ShownQuestion body={question.body} />
            <Link href={`/desk/questions/${question.id}`} className="inline-flex min-h-11 items-center text-seal">
              {t(question.latest > question.number ? "laterVersion" : "editQuestion", { number: question.latest })}
            </Link>
          </div>
          <div className="grid gap-4">
            <AnswerKey body={question.body} answer={key} explanation="" />
            {newKey && (
              <div className="grid gap-2">
                <h3 className="font-semibold">{t(kind === "change_key" ? "newAnswer" : "alsoAnswer")}</h3>
                <AnswerKey body={question.body} answer={newKey} explanation="" />
              </div>
            )}
          </div>
        </div>
      </Section>
      <Section title={t("story")}>
        <RulingStory ruling={ruling} />
      </Section>
    </Page>
  );
}
