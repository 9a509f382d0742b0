import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { AnswerKey } from "#app/desk/questions/answer-key.tsx";
import { ShownQuestion } from "#app/desk/questions/shown-question.tsx";
import { StateBadge } from "#app/desk/questions/state-badge.tsx";
import { ReviewList } from "#app/desk/reviews/review-list.tsx";
import { ReviewPanel } from "#app/desk/reviews/review-panel.tsx";
import { presentationOf, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { getQuestion } from "#server/questions/get-question.ts";
import { getQuestionStatistics } from "#server/statistics/get-question-statistics.ts";
import { Page, Section } from "#ui/page.tsx";
import { ContestList } from "./contest-list.tsx";
import { PassageQuote } from "./passage-quote.tsx";
import { QuestionActions } from "./question-actions.tsx";
import { QuestionNotices } from "./question-notices.tsx";
import { QuestionStatistics } from "./question-statistics.tsx";
import { ShareForm } from "./share-form.tsx";
import { VersionList } from "./version-list.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Search };

const DONE = ["made", "saved", "submitted", "published", "returned", "retired", "shared"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("questionDesk"))("titleOf", { id: (await params).id }) };
}

/** One question: as members see it, its answer, what answers it, its history, and what can be done with it. */
export default async function QuestionPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, tStatistics] = await Promise.all([getTranslations("questionDesk"), getTranslations("statistics")]);
  const [{ id }, query, { viewer }] = await Promise.all([params, searchParams, pageContext()]);
  const question = await ask(getQuestion, { id });
  const statistics = await ask(getQuestionStatistics, { id });
  const { state, latest, published, may, versions } = question;
  const wanted = Number(oneOf(query["version"]) ?? latest.number);
  const shown = versions.find(({ number }) => number === wanted) ?? notFound();
  const isLatest = shown.number === latest.number;
  const presentation = presentationOf(shown.body, `preview/${question.id}`, 0, true);
  const body = shownBody(shown.body, presentation);
  const done = DONE.find((name) => name === oneOf(query["done"]));
  const refused = oneOf(query["refused"]);
  const isOwn = viewer.kind === "member" && latest.createdById === viewer.personId;
  const runsContests = viewer.kind === "member" && viewer.offices.some(({ office }) => office === "admin" || office === "organizer");
  return (
    <Page
      title={t("titleOf", { id: question.id })}
      back={{ href: "/desk/questions", label: t("title") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <StateBadge state={state} inUse={published !== null} />
          <span>{t(`kinds.${shown.kind}`)}</span>
          <span>{t(`levels.${shown.difficulty}`)}</span>
          {shown.category && <span lang="zh-CN">{shown.category}</span>}
          {shown.tags.length > 0 && <span lang="zh-CN">{shown.tags.join(t("comma"))}</span>}
          <span>{question.isPrivate ? t("banks.private") : (question.branchName ?? t("banks.shared"))}</span>
          {question.ref && <span className="tabular">{question.ref}</span>}
        </span>
      }
      action={may.edit && <QuestionActions question={question} bank={<ShareForm question={question} />} />}
    >
      <DoneNotice sentence={done && t(`done.${done}`)} refused={refused} />
      <QuestionNotices
        refused={refused}
        problems={isLatest ? question.problems : []}
        latest={latest.number}
        shown={shown.number}
        published={question.publishedNumber}
        state={state}
        path={`/desk/questions/${question.id}`}
      />
      {state === "in_review" && isLatest && (
        <ReviewPanel
          address={`/desk/questions/${question.id}`}
          number={latest.number}
          lead={t("reviewLead")}
          waits={may.review ? null : t(isOwn ? "waitsOwn" : "waitsReviewer")}
        />
      )}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <Section title={t("asMembers")}>
          <ShownQuestion body={body} />
        </Section>
        <Section title={t("keyAndExplanation")}>
          <AnswerKey body={body} answer={shownKey(shown.key, presentation, shown.body)} explanation={shown.explanation} />
          {shown.source && (
            <p className="text-sm">
              <span className="text-muted">{t("passage")}</span> <span lang="zh-CN">{shown.source}</span>
            </p>
          )}
        </Section>
      </div>
      {isLatest && question.passage && (
        <Section title={t("passage")}>
          <PassageQuote passage={question.passage} />
        </Section>
      )}
      <div id="statistics">
        <Section title={tStatistics("ofQuestion")}>
          <QuestionStatistics versions={statistics.versions} />
        </Section>
      </div>
      <Section title={t("history")}>
        <VersionList id={question.id} versions={versions} shown={shown.number} published={question.publishedNumber} />
      </Section>
      <Section title={t("reviews")}>
        <ReviewList reviews={question.reviews} />
      </Section>
      <Section title={t("contests")}>
        <ContestList contests={question.contests} isLinked={runsContests} />
      </Section>
    </Page>
  );
}
