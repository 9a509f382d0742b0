import { CalendarCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listMyMeetings } from "#server/register/list-my-meetings.ts";
import { Badge } from "#ui/badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records.mine"))("title") };
}

/** One's own attendance and speeches, meeting by meeting. */
export default async function MyMeetingsPage(): Promise<ReactNode> {
  const [t, s, r, { items }] = await Promise.all([
    getTranslations("records.mine"),
    getTranslations("records.sheet"),
    getTranslations("records.register"),
    ask(listMyMeetings),
  ]);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/meetings/register", label: r("title") }}>
      <DataTable
        caption={t("title")}
        rows={items}
        keyOf={({ id }) => String(id)}
        empty={
          <Empty icon={CalendarCheck} title={t("none")}>
            {t("noneLead")}
          </Empty>
        }
        columns={[
          {
            key: "title",
            head: r("columns.title"),
            main: true,
            cell: ({ id, title }) => (
              <Link href={`/meetings/${id}/record`} className="-my-3 inline-flex min-h-11 items-center hover:text-seal" lang="zh-CN">
                {title}
              </Link>
            ),
          },
          { key: "date", head: r("columns.date"), cell: ({ startsAt }) => <TimeText at={startsAt} form="day" /> },
          { key: "group", head: r("columns.group"), cell: ({ group }) => <span lang="zh-CN">{group ?? "—"}</span> },
          { key: "attendance", head: t("attendance"), cell: ({ attendance }) => s(`attendance.${attendance}`) },
          { key: "spoke", head: t("spoke"), align: "end", cell: ({ spoke }) => t("times", { count: spoke }) },
          { key: "led", head: t("led"), cell: ({ led }) => (led ? <Badge tone="indigo">{t("ledHere")}</Badge> : "—") },
        ]}
      />
    </Page>
  );
}
