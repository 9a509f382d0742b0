import { Users } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getMe } from "#server/people/get-me.ts";
import { getCoverage } from "#server/register/get-coverage.ts";
import { Badge } from "#ui/badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records.coverage"))("title") };
}

/** Who of a group (`?group=`) came and spoke in a year (`?year=`): each at least once (R29). */
export default async function CoveragePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const [group, year] = [oneOf(query["group"]), oneOf(query["year"])];
  if (!group || !year) {
    await ask(getMe); // a visitor is led to the sign-in, as everywhere
    notFound();
  }
  const [t, s, r, coverage] = await Promise.all([
    getTranslations("records.coverage"),
    getTranslations("records.sheet"),
    getTranslations("records.register"),
    ask(getCoverage, { group, year }),
  ]);
  const back = { href: `/meetings/register?${new URLSearchParams({ group, year })}`, label: r("title") };
  const titles = new Map(coverage.meetings.map((meeting) => [meeting.id, meeting]));
  return (
    <Page
      width="wide"
      title={
        <>
          <span lang="zh-CN">{coverage.group.name}</span> {t("title")}
        </>
      }
      lead={`${t("lead", { year: String(coverage.year), people: coverage.people, spoke: coverage.spoke })}${coverage.named ? "" : ` ${t("own")}`}`}
      back={back}
    >
      <DataTable
        caption={t("title")}
        rows={coverage.rows}
        keyOf={({ name, listed, speeches }) => `${name} ${listed} ${speeches}`}
        isOwn={({ mine }) => mine}
        empty={
          <Empty icon={Users} title={t("none")}>
            {t("noneLead")}
          </Empty>
        }
        columns={[
          { key: "name", head: t("name"), main: true, cell: ({ name }) => <span lang="zh-CN">{name}</span> },
          {
            key: "attended",
            head: t("attended"),
            align: "end",
            cell: ({ attended, listed }) => t("of", { count: attended, all: listed }),
          },
          {
            key: "speeches",
            head: t("speeches"),
            align: "end",
            cell: ({ speeches }) => (speeches === 0 ? <Badge tone="amber">{t("silent")}</Badge> : speeches),
          },
          { key: "spokeAt", head: t("spokeAt"), align: "end", cell: ({ spokeAt }) => spokeAt },
          { key: "led", head: t("led"), align: "end", cell: ({ led }) => led },
          {
            key: "detail",
            head: t("detail"),
            cell: ({ cells }) => (
              <details>
                <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t("detail")}</summary>
                <ul className="grid gap-1 text-sm">
                  {cells.map(({ meetingId, attendance, spoke }) => {
                    const meeting = titles.get(meetingId);
                    return (
                      <li key={meetingId} className="flex flex-wrap gap-x-3">
                        {meeting && <TimeText at={meeting.startsAt} form="day" />}
                        <span>{t("cell", { attendance: s(`attendance.${attendance}`), spoke })}</span>
                      </li>
                    );
                  })}
                </ul>
              </details>
            ),
          },
        ]}
      />
    </Page>
  );
}
