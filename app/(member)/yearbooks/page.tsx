import { BookMarked } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listYearbooks } from "#server/yearbooks/list-yearbooks.ts";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("yearbooks"))("title") };
}

/** The years in which groups and branches one may see have met, each with its book. */
export default async function YearbooksPage(): Promise<ReactNode> {
  const [t, r, { items }] = await Promise.all([getTranslations("yearbooks"), getTranslations("records.register"), ask(listYearbooks)]);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/meetings/register", label: r("title") }}>
      <DataTable
        caption={t("title")}
        rows={items}
        keyOf={({ of, year }) => `${of.address} ${year}`}
        empty={
          <Empty icon={BookMarked} title={t("none")}>
            {t("noneLead")}
          </Empty>
        }
        columns={[
          {
            key: "book",
            head: t("book"),
            main: true,
            cell: ({ of, year }) => (
              <Link href={`/yearbooks/${of.address}/${year}`} className="-my-3 inline-flex min-h-11 items-center hover:text-seal">
                <span lang="zh-CN">{of.name}</span>&nbsp;{year}
              </Link>
            ),
          },
          { key: "meetings", head: t("meetings"), align: "end", cell: ({ meetings }) => meetings },
          {
            key: "characters",
            head: t("characters"),
            align: "end",
            cell: ({ characters }) => (characters === null ? "—" : t("count", { count: characters })),
          },
          { key: "built", head: t("builtAt"), cell: ({ builtAt }) => (builtAt ? <TimeText at={builtAt} form="day" /> : t("notBuilt")) },
        ]}
      />
    </Page>
  );
}
