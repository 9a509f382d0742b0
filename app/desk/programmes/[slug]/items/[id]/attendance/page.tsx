import { Users } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listAttendance } from "#server/programmes/list-attendance.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Figure } from "#ui/figure.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { PeopleList, TickList } from "./tick-list.tsx";

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmeDesk.attendance"))("title") };
}

/** Who was at a meeting: ticked for many at once, on site or online, and taken back. */
export default async function AttendancePage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug, id }, query] = await Promise.all([getTranslations("programmeDesk.attendance"), params, searchParams]);
  const filter = Object.fromEntries(["q", "mode"].flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const found = await ask(listAttendance, { slug, id, ...filter, page: oneOf(query["page"]) ?? "1" });
  const path = `/desk/programmes/${slug}/items/${id}/attendance`;
  const refused = oneOf(query["refused"]);
  const here = new URLSearchParams({ ...filter, page: String(found.page), done: "noted" });
  return (
    <Page
      title={found.title}
      back={{ href: `/desk/programmes/${slug}`, label: found.programme.title }}
      lead={
        <span className="flex flex-wrap gap-x-4">
          <TimeText at={found.startsAt} />
          {found.place && <span>{found.place}</span>}
        </span>
      }
    >
      <RefusalNotice code={refused} />
      <DoneNotice sentence={oneOf(query["done"]) === "noted" ? t("noted") : undefined} refused={refused} />
      {found.isHeld && (
        <Notice>
          {t("ofMeeting")}{" "}
          {found.meetingPage !== null && (
            <Link href={`/meetings/${found.meetingPage}`} className="underline underline-offset-4">
              {t("toMeeting")}
            </Link>
          )}
        </Notice>
      )}
      <div className="flex flex-wrap gap-x-12 gap-y-5">
        <Figure value={found.onSite + found.online} unit={t("of", { expected: found.expected })} label={t("present")} />
        <Figure value={found.online} label={t("online")} />
      </div>
      <FilterBar key={JSON.stringify(filter)} action={path}>
        <TextField label={t("q")} name="q" type="search" maxLength={60} defaultValue={filter["q"] ?? ""} />
        <SelectField label={t("state")} name="mode" defaultValue={filter["mode"] ?? ""}>
          <option value="">{t("all")}</option>
          <option value="present">{t("present")}</option>
          <option value="absent">{t("absent")}</option>
        </SelectField>
      </FilterBar>
      {found.people.length > 0 ? (
        !found.isHeld ? (
          <TickList action={`/api${path}`} next={`${path}?${here}`} people={found.people} />
        ) : (
          <PeopleList people={found.people} />
        )
      ) : (
        <Empty title={t("none")} icon={Users} action={<LinkButton href={path}>{t("all")}</LinkButton>} />
      )}
      {found.total > 0 && <Pagination total={found.total} page={found.page} pageSize={100} path={path} query={filter} />}
    </Page>
  );
}
