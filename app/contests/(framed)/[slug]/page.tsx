import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { PhaseBadge } from "#app/contests/phase-badge.tsx";
import { pointsText } from "#app/contests/points-text.ts";
import { paperFullOf } from "#domain/contests/full-marks.ts";
import { getContest } from "#server/contests/get-contest.ts";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ContestRules } from "#ui/contest-rules.tsx";
import { Figure } from "#ui/figure.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";
import { Words } from "#ui/words.tsx";
import { Clarifications } from "./clarifications.tsx";
import { type ContestPage, EntryPanel } from "./entry-panel.tsx";
import { OwnAttempts } from "./own-attempts.tsx";
import { OwnDays } from "./own-days.tsx";
import { OwnSanctions } from "./own-sanctions.tsx";
import { RehearsalPart } from "./rehearsal-part.tsx";
import { TeamCard } from "./team-card.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ refused?: string; join?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await ask(getContest, { slug: (await params).slug })).contest.title };
}

/** One contest: where it stands, the way in, one's own attempts, and every rule it plays by. */
export default async function ContestPageScreen({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, { refused, join }] = await Promise.all([getTranslations("contests"), params, searchParams]);
  const page: ContestPage = await ask(getContest, { slug });
  const { contest, attempts, ownClosesAt, days, rehearsal } = page;
  return (
    <Page
      title={contest.title}
      back={{ href: "/contests", label: t("title") }}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PhaseBadge phase={contest.phase} />
          {contest.branchName}
          <span>
            <TimeText at={contest.opensAt} form={windowForm(contest.opensAt, ownClosesAt)} /> –{" "}
            <TimeText at={ownClosesAt} form={windowForm(contest.opensAt, ownClosesAt)} />
          </span>
        </span>
      }
    >
      <RefusalNotice code={refused} />
      <OwnSanctions slug={slug} />
      <Card>
        <div className="grid items-center gap-6 sm:grid-cols-[1fr_minmax(14rem,auto)]">
          <div className="flex flex-wrap gap-x-10 gap-y-4">
            <Figure value={contest.questions} unit={t("units.questions")} label={t("figures.questions")} />
            <Figure value={Math.round(contest.rules.limitMs / 60_000)} unit={t("units.minutes")} label={t("figures.limit")} />
            <Figure value={pointsText(paperFullOf(contest.rules, contest.worth))} unit={t("units.points")} label={t("figures.worth")} />
          </div>
          <Words names={["entering", "refusals"]}>
            <EntryPanel page={page} />
          </Words>
        </div>
      </Card>
      {contest.rules.team && <TeamCard slug={slug} code={join?.slice(0, 40)} />}
      {contest.intro && <p className="max-w-[38em] whitespace-pre-line text-[1.0625rem] leading-[1.8]">{contest.intro}</p>}
      <div className="no-print flex flex-wrap gap-3">
        <LinkButton href={`/contests/${slug}/board`}>{t("toBoard")}</LinkButton>
        {page.mayRun && (
          <LinkButton look="quiet" href={`/desk/contests/${slug}`}>
            {t("toDesk")}
          </LinkButton>
        )}
      </div>
      {days && <OwnDays days={days} />}
      {rehearsal && (
        <Words names={["entering", "refusals"]}>
          <RehearsalPart page={page} rehearsal={rehearsal} />
        </Words>
      )}
      {attempts.length > 0 && (
        <Section title={t("own.title")}>
          <OwnAttempts slug={slug} attempts={attempts} />
        </Section>
      )}
      <Clarifications slug={slug} />
      <Section title={t("rules")}>
        <ContestRules
          rules={contest.rules}
          questions={contest.questions}
          worth={contest.worth}
          opensAt={contest.opensAt}
          closesAt={contest.closesAt}
          freezeAt={contest.freezeAt}
          ownClosesAt={ownClosesAt}
        />
      </Section>
    </Page>
  );
}
