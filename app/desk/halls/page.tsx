import { Plus, Presentation } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listHalls } from "#server/halls/list-halls.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hallDesk"))("title") };
}

/** The finals that one may lead. */
export default async function HallsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("hallDesk"), searchParams]);
  const list = await ask(listHalls, { page: oneOf(query["page"]) ?? "1" });
  const make = (
    <LinkButton href="/desk/halls/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead")} width="wide" action={make}>
      <div className="grid gap-4">
        <DataTable
          caption={t("title")}
          rows={list.halls}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t("none")} icon={Presentation}>
              {t("noneLead")}
            </Empty>
          }
          columns={[
            {
              key: "title",
              head: t("name"),
              main: true,
              cell: ({ id, title, branchName }) => (
                <span className="grid">
                  <Link
                    href={`/desk/halls/${id}`}
                    lang="zh-CN"
                    className="flex min-h-11 items-center font-medium hover:text-seal hover:underline"
                  >
                    {title}
                  </Link>
                  <span lang="zh-CN" className="font-normal text-muted text-sm">
                    {branchName}
                  </span>
                </span>
              ),
            },
            { key: "phase", head: t("phase"), cell: ({ phase }) => <Badge>{t(`phases.${phase}`)}</Badge> },
            { key: "size", head: t("size"), cell: ({ sides, rounds }) => t("sizeOf", { sides, rounds }) },
            { key: "made", head: t("made"), cell: ({ createdAt }) => <TimeText at={createdAt} form="day" /> },
          ]}
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/halls" query={{}} />}
      </div>
    </Page>
  );
}
