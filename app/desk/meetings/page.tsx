import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { can } from "#domain/access.ts";
import { listMeetings, PAGE } from "#server/meetings/list-meetings.ts";
import { meetingChoices } from "#server/meetings/meeting-choices.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

/** The meetings of the branches one looks after, to come or past, by kind. */
export default async function MeetingsDeskPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const viewer = await admit(can.seeMeetingsDesk);
  const query = await searchParams;
  const when = oneOf(query["when"]) === "past" ? "past" : "coming";
  const page = /^[1-9]\d{0,4}$/.test(oneOf(query["page"]) ?? "") ? Number(oneOf(query["page"])) : 1;
  const [t, locale, { kinds }] = await Promise.all([getTranslations("meetings"), getLocale(), ask(meetingChoices)]);
  const kind = kinds.find(({ key }) => key === oneOf(query["kind"]))?.key;
  const { meetings, count } = await ask(listMeetings, { when, page, ...(kind && { kind }) });
  const hrefOf = (over: Record<string, string>) => `/desk/meetings?${new URLSearchParams({ when, ...(kind && { kind }), ...over })}`;
  return (
    <Page
      width="wide"
      title={t("title")}
      lead={t("deskLead")}
      action={
        <LinkButton look="primary" href="/meetings/new">
          {t("new")}
        </LinkButton>
      }
    >
      <nav aria-label={t("views")} className="flex flex-wrap gap-2">
        {(["coming", "past"] as const).map((one) => (
          <LinkButton
            key={one}
            compact
            look={one === when ? "secondary" : "quiet"}
            href={hrefOf({ when: one })}
            aria-current={one === when ? "page" : undefined}
          >
            {t(one)}
          </LinkButton>
        ))}
        {kinds.map(({ key, name, nameEn }) => (
          <LinkButton
            key={key}
            compact
            look={key === kind ? "secondary" : "quiet"}
            href={hrefOf({ kind: key === kind ? "" : key })}
            aria-current={key === kind ? "true" : undefined}
          >
            {(locale === "en" && nameEn) || name}
          </LinkButton>
        ))}
        {viewer && can.setPolicy(viewer) && (
          <LinkButton compact look="quiet" href="/desk/meetings/kinds">
            {t("kindsTitle")}
          </LinkButton>
        )}
      </nav>
      {meetings.length === 0 ? (
        <Empty title={t(when === "past" ? "emptyPast" : "empty")}>{t("emptyHint")}</Empty>
      ) : (
        <ul className="grid">
          {meetings.map(({ id, title, startsAt, group, branch, kindName, kindNameEn, state, leadReader }) => (
            <li key={id} className="grid gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[11rem_1fr_auto] sm:items-center">
              <span className="text-muted">
                <TimeText at={startsAt} form="dated" />
              </span>
              <span className="min-w-0">
                <Link href={`/meetings/${id}`} className="inline-flex min-h-11 items-center font-semibold">
                  {title}
                </Link>
                <span className="block text-muted text-sm">
                  {[(locale === "en" && kindNameEn) || kindName, group?.name ?? branch, leadReader ? t("ledBy", { name: leadReader }) : ""]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <span className="text-muted text-sm">{t(`states.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <Pagination total={count} page={page} pageSize={PAGE} path="/desk/meetings" query={{ when, kind }} />
    </Page>
  );
}
