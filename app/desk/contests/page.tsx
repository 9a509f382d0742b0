import { ListChecks, Plus, Radio, ScrollText, Swords, Trophy } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listContestsDesk } from "#server/contests/list-contests-desk.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";
import { PhaseBadge } from "./phase-badge.tsx";

type Search = Promise<Readonly<{ page?: string }>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contestDesk"))("list") };
}

export default async function DeskContestsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, tSets, tGames, tArenas, { page = "1" }] = await Promise.all([
    getTranslations("contestDesk"),
    getTranslations("setDesk"),
    getTranslations("gameDesk"),
    getTranslations("arenaDesk"),
    searchParams,
  ]);
  const list = await ask(listContestsDesk, { page });
  const make = (
    <LinkButton href="/desk/contests/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("list")}
      width="wide"
      action={
        <div className="flex flex-wrap gap-2 max-sm:*:grow">
          <LinkButton href="/desk/sets">
            <ListChecks aria-hidden className="size-4" />
            {tSets("title")}
          </LinkButton>
          <LinkButton href="/desk/papers">
            <ScrollText aria-hidden className="size-4" />
            {t("papers")}
          </LinkButton>
          <LinkButton href="/desk/games">
            <Radio aria-hidden className="size-4" />
            {tGames("title")}
          </LinkButton>
          <LinkButton href="/desk/arenas">
            <Swords aria-hidden className="size-4" />
            {tArenas("title")}
          </LinkButton>
          {list.total > 0 && make}
        </div>
      }
    >
      <div className="grid gap-4">
        <DataTable
          caption={t("list")}
          rows={list.contests}
          keyOf={({ slug }) => slug}
          columns={[
            {
              key: "title",
              head: t("columns.title"),
              main: true,
              cell: ({ slug, title }) => (
                <Link
                  href={`/desk/contests/${slug}`}
                  className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline"
                >
                  {title}
                </Link>
              ),
            },
            { key: "phase", head: t("columns.phase"), cell: ({ phase }) => <PhaseBadge phase={phase} /> },
            { key: "branch", head: t("columns.branch"), cell: ({ branchName }) => branchName },
            {
              key: "opens",
              head: t("fields.opensAt"),
              cell: ({ opensAt, closesAt }) => <TimeText at={opensAt} form={windowForm(opensAt, closesAt)} />,
            },
            {
              key: "closes",
              head: t("fields.closesAt"),
              cell: ({ opensAt, closesAt }) => <TimeText at={closesAt} form={windowForm(opensAt, closesAt)} />,
            },
            {
              key: "entered",
              head: t("columns.entered"),
              align: "end",
              cell: ({ entered, eligible }) => (eligible > 0 ? t("enteredOf", { entered, eligible }) : t("noRoster")),
            },
          ]}
          empty={
            <Empty title={t("none")} icon={Trophy} action={make}>
              {t("noneLead")}
            </Empty>
          }
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/contests" />}
      </div>
    </Page>
  );
}
