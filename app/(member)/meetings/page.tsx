import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { listMeetings, PAGE } from "#server/meetings/list-meetings.ts";
import { meetingChoices } from "#server/meetings/meeting-choices.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page, Section } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Words } from "#ui/words.tsx";
import { MeetingCard } from "./meeting-card.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { Subscribe } from "./subscribe.tsx";

const DONE = ["made", "cancelled"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

/** The month before or after one (`2026-12`). */
function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

type View = Readonly<{ when: "coming" | "past"; month: string | undefined; page: string | undefined }>;

async function Views({ when, month }: View): Promise<ReactNode> {
  const [t, groups, register, books, { now }] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("groups"),
    getTranslations("records.register"),
    getTranslations("yearbooks"),
    pageContext(),
  ]);
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
  const views = [
    { key: "coming", href: "/meetings", isHere: month === undefined && when === "coming" },
    { key: "calendar", href: `/meetings?month=${today}`, isHere: month !== undefined },
    { key: "past", href: "/meetings?when=past", isHere: month === undefined && when === "past" },
  ];
  return (
    <nav aria-label={t("views")} className="flex flex-wrap gap-2">
      {views.map(({ key, href, isHere }) => (
        <LinkButton key={key} compact href={href} look={isHere ? "secondary" : "quiet"} aria-current={isHere ? "page" : undefined}>
          {t(key)}
        </LinkButton>
      ))}
      {[
        { href: "/groups", label: groups("title") },
        { href: "/meetings/register", label: register("title") },
        { href: "/yearbooks", label: books("title") },
      ].map(({ href, label }) => (
        <LinkButton key={href} compact href={href} look="quiet">
          {label}
        </LinkButton>
      ))}
    </nav>
  );
}

/** The meetings one may see: to come, by month, or past. */
export default async function MeetingsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const asked = oneOf(query["month"]);
  const month = asked !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined;
  const view: View = { when: oneOf(query["when"]) === "past" ? "past" : "coming", month, page: oneOf(query["page"]) };
  const [t, format, { now }, { meetings, count }, choices] = await Promise.all([
    getTranslations("meetings"),
    getFormatter(),
    pageContext(),
    ask(listMeetings, { when: view.when, ...(month && { month }), ...(/^\d{1,5}$/.test(view.page ?? "") && { page: view.page }) }),
    ask(meetingChoices),
  ]);
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const mayMake = choices.groups.length + choices.branches.length > 0;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      action={
        mayMake && (
          <LinkButton href="/meetings/new" look="primary">
            {t("new")}
          </LinkButton>
        )
      }
    >
      {done && <Notice kind="success">{t(`done.${done}`)}</Notice>}
      <Views {...view} />
      {month && (
        <div className="flex items-center justify-between gap-3">
          <LinkButton compact look="quiet" href={`/meetings?month=${monthBeside(month, -1)}`}>
            {t("before")}
          </LinkButton>
          <h2 className="font-display font-semibold text-xl">
            {format.dateTime(new Date(`${month}-15T04:00:00Z`), { year: "numeric", month: "long" })}
          </h2>
          <LinkButton compact look="quiet" href={`/meetings?month=${monthBeside(month, 1)}`}>
            {t("after")}
          </LinkButton>
        </div>
      )}
      {month && <MonthGrid month={month} meetings={meetings} now={now} />}
      {meetings.length === 0 ? (
        <Empty title={t(month ? "emptyMonth" : view.when === "past" ? "emptyPast" : "empty")} icon={CalendarDays}>
          {t("emptyHint")}
        </Empty>
      ) : (
        <div className={month ? "grid gap-3 lg:hidden" : "grid gap-3"}>
          {meetings.map((meeting) => (
            <MeetingCard key={meeting.id} meeting={meeting} level={2} />
          ))}
        </div>
      )}
      {!month && count > PAGE && (
        <Pagination total={count} page={Number(view.page ?? 1)} pageSize={PAGE} path="/meetings" query={{ when: view.when }} />
      )}
      <Section title={t("feed.title")}>
        <Words names={["meetings"]}>
          <Subscribe />
        </Words>
      </Section>
    </Page>
  );
}
