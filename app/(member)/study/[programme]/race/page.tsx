import { Flag, Projector } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { saidIn } from "#app/(member)/study/said.tsx";
import { getRace } from "#server/programmes/get-race.ts";
import type { Verb } from "#server/verb.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { RaceRulesList } from "./race-rules-list.tsx";
import { RaceTable } from "./race-table.tsx";
import { RaceTrack } from "./race-track.tsx";
import { RaceTrail } from "./race-trail.tsx";

type Props = { params: Promise<{ programme: string }>; searchParams: Search };
export type RacePage = typeof getRace extends Verb<infer Value> ? Value : never;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, race] = [await getTranslations("race"), await getLocale(), await ask(getRace, { slug: (await params).programme })];
  return { title: t("of", { title: saidIn(locale, race) }) };
}

/** The days of a week as the track knows them, to be said in the reader's words. */
const days = ({ from, to }: RacePage["weeks"][number]) => ({ from: new Date(`${from}T04:00:00Z`), to: new Date(`${to}T04:00:00Z`) });

/** The race of a campaign's branches: the track as it stood at the end of a week, what that week was made of, and what counts. */
export default async function RacePage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, locale, { programme: slug }, query] = await Promise.all([getTranslations("race"), getLocale(), params, searchParams]);
  const race = await ask(getRace, { slug, branch: oneOf(query["branch"]) });
  const { rules, weeks, lanes, trail, withoutLane } = race;
  const path = `/study/${slug}/race`;
  const inside = trail.length > 1 ? trail.at(-1) : undefined;
  const addressOf = (number: number, branch: number | null | undefined): string =>
    `${path}?${new URLSearchParams({ week: String(number), ...(branch && { branch: String(branch) }) })}`;
  const wanted = Number(oneOf(query["week"]));
  const week = weeks.find(({ number }) => number === wanted) ?? weeks.at(-1);
  const empty = rules ? (week ? "noLanes" : "notBegun") : "none";
  return (
    <Page
      title={inside ? t("inside", { branch: inside.name }) : t("title")}
      back={{ href: `/study/${slug}`, label: saidIn(locale, race) }}
      lead={t("lead")}
      width="wide"
      action={
        rules && (
          <LinkButton href={`/screen/programmes/${slug}/race`} look="quiet">
            <Projector aria-hidden className="size-4" />
            {t("toScreen")}
          </LinkButton>
        )
      }
    >
      {inside && <RaceTrail trail={trail} hrefOf={(id, at) => addressOf(week?.number ?? 1, at === 0 ? null : id)} />}
      {!rules || !week || lanes.length === 0 ? (
        <Empty title={t(empty)} icon={Flag}>
          {t(`${empty}Lead`)}
        </Empty>
      ) : (
        <>
          <Tabs
            label={t("weeks")}
            current={addressOf(week.number, inside?.id)}
            tabs={weeks.map((one) => ({ href: addressOf(one.number, inside?.id), label: t("week", { number: one.number, ...days(one) }) }))}
          />
          <RaceTrack lanes={lanes} week={week} hrefOf={(branch) => addressOf(week.number, branch)} />
          <Section title={t("weekOf", { number: week.number, ...days(week) })}>
            <RaceTable lanes={lanes} week={week} rules={rules} />
          </Section>
        </>
      )}
      {rules && (
        <Section title={t("counts")}>
          <RaceRulesList rules={rules} withoutLane={withoutLane} />
        </Section>
      )}
    </Page>
  );
}
