import { Plus, Radio } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listGamesDesk } from "#server/games/list-games-desk.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gameDesk"))("title") };
}

/** The games one may run, newest first. */
export default async function GamesPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, tNav, query] = await Promise.all([getTranslations("gameDesk"), getTranslations("nav.places"), searchParams]);
  const list = await ask(listGamesDesk, { page: oneOf(query["page"]) ?? "1" });
  const make = (
    <LinkButton href="/desk/games/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/desk/contests", label: tNav("contests") }} width="wide" action={make}>
      <div className="grid gap-4">
        <DataTable
          caption={t("title")}
          rows={list.games}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t("none")} icon={Radio}>
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
                  <Link href={`/desk/games/${id}`} className="flex min-h-11 items-center font-medium hover:text-seal hover:underline">
                    {title}
                  </Link>
                  <span className="font-normal text-muted text-sm">{branchName}</span>
                </span>
              ),
            },
            {
              key: "stage",
              head: t("stage"),
              cell: ({ stage }) => <Badge tone={stage === "over" ? "plain" : "pine"}>{t(`stages.${stage}`)}</Badge>,
            },
            { key: "code", head: t("code"), cell: ({ code }) => <span className="tabular">{code}</span> },
            { key: "size", head: t("size"), align: "end", cell: ({ total }) => total },
            { key: "players", head: t("players"), align: "end", cell: ({ players }) => players },
            { key: "made", head: t("made"), cell: ({ createdAt }) => <TimeText at={createdAt} form="minute" /> },
          ]}
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/games" query={{}} />}
      </div>
    </Page>
  );
}
