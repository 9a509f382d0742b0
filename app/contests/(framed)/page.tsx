import { Radio, Trophy } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { PhaseBadge } from "#app/contests/phase-badge.tsx";
import { pointsText } from "#app/contests/points-text.ts";
import { listContests } from "#server/contests/list-contests.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { LinkCard } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";

type Card = Awaited<ReturnType<typeof cards>>[number];
const cards = async () => (await ask(listContests)).contests;

const groups = [
  ["now", ["open", "closing", "lobby"]],
  ["coming", ["announced"]],
  ["over", ["closed", "published", "cancelled"]],
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contests"))("title") };
}

/** Contests one may enter: running ones first, then what is coming, then what is over. */
export default async function ContestsPage(): Promise<ReactNode> {
  const [t, tLive, contests] = await Promise.all([getTranslations("contests"), getTranslations("live"), cards()]);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      action={
        <LinkButton href="/live">
          <Radio aria-hidden className="size-4" />
          {tLive("title")}
        </LinkButton>
      }
    >
      {contests.length === 0 && (
        <Empty icon={Trophy} title={t("empty")}>
          {t("emptyBody")}
        </Empty>
      )}
      {groups.map(([name, phases]) => {
        const inGroup = contests.filter(({ phase }) => phases.some((known) => known === phase));
        return inGroup.length === 0 ? null : (
          <Section key={name} title={t(`groups.${name}`)}>
            <div className="grid gap-3">
              {inGroup.map((contest) => (
                <ContestCard key={contest.slug} contest={contest} t={t} />
              ))}
            </div>
          </Section>
        );
      })}
    </Page>
  );
}

function ContestCard({ contest, t }: { contest: Card; t: Awaited<ReturnType<typeof getTranslations<"contests">>> }): ReactNode {
  const { slug, title, branchName, phase, opensAt, closesAt, questions, worth, attemptsAllowed, attemptsUsed, triesOf, running } = contest;
  const isAhead = phase === "announced" || phase === "lobby";
  return (
    <LinkCard
      href={`/contests/${slug}`}
      title={title}
      lead={
        <>
          {branchName} · {t("questionsAndWorth", { questions, worth: pointsText(worth) })}
          <br />
          {t.rich(isAhead ? "opensAt" : "closesAt", {
            time: () => <TimeText at={isAhead ? opensAt : closesAt} form={windowForm(opensAt, closesAt)} />,
          })}
          {!isAhead && <> · {t(triesOf === "day" ? "triesToday" : "triesUsed", { used: attemptsUsed, allowed: attemptsAllowed })}</>}
        </>
      }
      aside={running ? <Badge tone="seal">{t("running")}</Badge> : <PhaseBadge phase={phase} />}
    />
  );
}
