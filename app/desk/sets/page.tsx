import { ListChecks, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listSetsDesk } from "#server/practices/list-sets-desk.ts";
import { Badge } from "#ui/badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setDesk"))("title") };
}

/** Sets of practice: topics, weeks and mock exams, with whether they are out and how often they were practised. */
export default async function SetsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("setDesk"), searchParams]);
  const list = await ask(listSetsDesk, { page: oneOf(query["page"]) ?? "1" });
  const make = (
    <LinkButton href="/desk/sets/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/desk/contests", label: t("back") }} width="wide" action={make}>
      <div className="grid gap-4">
        <DataTable
          caption={t("title")}
          rows={list.sets}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t("none")} icon={ListChecks}>
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
                  <Link href={`/desk/sets/${id}`} className="flex min-h-11 items-center font-medium hover:text-seal hover:underline">
                    {title}
                  </Link>
                  <span className="font-normal text-muted text-sm">{branchName}</span>
                </span>
              ),
            },
            { key: "kind", head: t("kind"), cell: ({ kind, questions }) => t("kindOf", { kind: t(`kinds.${kind}`), questions }) },
            {
              key: "window",
              head: t("window"),
              cell: ({ opensAt, closesAt }) => (
                <span className="grid">
                  {opensAt || closesAt ? (
                    <>
                      {opensAt && <span>{t.rich("from", { at: () => <TimeText at={opensAt} form="minute" /> })}</span>}
                      {closesAt && <span>{t.rich("until", { at: () => <TimeText at={closesAt} form="minute" /> })}</span>}
                    </>
                  ) : (
                    t("always")
                  )}
                </span>
              ),
            },
            { key: "runs", head: t("runs"), cell: ({ runs }) => t("runCount", { count: runs }) },
            {
              key: "state",
              head: t("state"),
              cell: ({ publishedAt }) => <Badge tone={publishedAt ? "pine" : "plain"}>{t(publishedAt ? "published" : "draft")}</Badge>,
            },
          ]}
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/sets" query={{}} />}
      </div>
    </Page>
  );
}
