import { Star } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getMyPoints } from "#server/points/get-my-points.ts";
import { LinkButton } from "#ui/button.tsx";
import { LinkCard } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { PointEntry } from "#ui/point-entry.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("points"))("title") };
}

/** One's own points: what is left to earn, the stars, and every entry with its why. */
export default async function PointsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const [t, mine] = await Promise.all([getTranslations("points"), ask(getMyPoints, { page: oneOf(query["page"]) ?? "1" })]);
  const back = { href: "/me", label: t("back") };
  if (!mine.isOn && mine.total === 0)
    return (
      <Page title={t("title")} back={back}>
        <Empty title={t("off")} icon={Star}>
          {t("offHint")}
        </Empty>
      </Page>
    );
  return (
    <Page title={t("title")} lead={t("lead")} back={back}>
      {mine.isPrivate && <Notice>{t("private")}</Notice>}
      {mine.isOn ? <Standing mine={mine} /> : <Notice kind="warning">{t("offKept")}</Notice>}
      <Section title={t("entries")} aside={<Link href="/me/points/rules">{t("rulesLink")}</Link>}>
        {mine.entries.length === 0 ? (
          <Empty title={t("empty")} icon={Star} action={<LinkButton href="/practice">{t("toPractice")}</LinkButton>}>
            {t("emptyHint")}
          </Empty>
        ) : (
          <>
            <ul>
              {mine.entries.map((entry) => (
                <PointEntry key={entry.id} entry={entry} />
              ))}
            </ul>
            <Pagination total={mine.total} page={mine.page} pageSize={30} path="/me/points" />
            <p className="text-muted text-sm">{t("wrongHint")}</p>
          </>
        )}
      </Section>
      {mine.statements.length > 0 && (
        <Section title={t("statements")}>
          <div className="grid gap-3 sm:grid-cols-2">
            {mine.statements.map((year) => (
              <LinkCard key={year} href={`/me/points/${year}`} title={t("statementOf", { year })} />
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}

type Standing = Readonly<{
  today: Readonly<{ granted: number; left: number; cap: number }>;
  week: Readonly<{ granted: number; left: number; cap: number }>;
  year: Readonly<{ year: number; points: number; stars: number; mostStars: number; nextAt: number | null }>;
}>;

async function Standing({ mine: { today, week, year } }: { mine: Standing }): Promise<ReactNode> {
  const t = await getTranslations("points");
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-start gap-x-12 gap-y-6">
        <Figure value={year.points} unit={t("points")} label={t("calendarYear", { year: year.year })} />
        <Figure value={today.left} unit={t("points")} label={<Left of={today} words={t("today")} />} />
        <Figure value={week.left} unit={t("points")} label={<Left of={week} words={t("week")} />} />
      </div>
      {year.mostStars > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span aria-hidden className="flex gap-0.5">
            {Array.from({ length: year.mostStars }, (_, at) => at).map((at) => (
              <Star key={at} className={at < year.stars ? "size-5 fill-gold text-gold" : "size-5 text-muted"} strokeWidth={1.5} />
            ))}
          </span>
          <span>{t("stars", { stars: year.stars })}</span>
          {year.nextAt !== null && <span className="text-muted text-sm">{t("nextStar", { points: year.nextAt - year.points })}</span>}
        </p>
      )}
    </div>
  );
}

async function Left({ of: { granted, cap }, words }: { of: Standing["today"]; words: string }): Promise<ReactNode> {
  const t = await getTranslations("points");
  return (
    <>
      {words}
      <span className="block">{t("ofCap", { cap, granted })}</span>
    </>
  );
}
