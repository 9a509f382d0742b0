import { Plus, ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listPapers } from "#server/papers/list-papers.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paperDesk"))("title") };
}

/** Papers that contests can be made of. */
export default async function PapersPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, format, query] = await Promise.all([getTranslations("paperDesk"), getFormatter(), searchParams]);
  const archived = oneOf(query["archived"]) === "1";
  const list = await ask(listPapers, { page: oneOf(query["page"]) ?? "1", archived });
  const make = (
    <LinkButton href="/desk/papers/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead")} width="wide" action={make}>
      <div className="grid gap-4">
        <DataTable
          caption={t("title")}
          rows={list.papers}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t(archived ? "noneArchived" : "none")} icon={ScrollText}>
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
                  <Link href={`/desk/papers/${id}`} className="flex min-h-11 items-center font-medium hover:text-seal hover:underline">
                    {title}
                  </Link>
                  <span className="font-normal text-muted text-sm">{branchName}</span>
                </span>
              ),
            },
            { key: "kind", head: t("kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
            {
              key: "size",
              head: t("size"),
              cell: ({ sections, questions, worth }) => t("sizeOf", { sections, questions, points: format.number(worth / 1_000) }),
            },
            { key: "changed", head: t("changed"), cell: ({ changedAt }) => <TimeText at={changedAt} form="day" /> },
          ]}
        />
        {list.total > 0 && (
          <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/papers" query={archived ? { archived: "1" } : {}} />
        )}
        <Link
          href={archived ? "/desk/papers" : "/desk/papers?archived=1"}
          className="inline-flex min-h-11 items-center justify-self-start underline underline-offset-4"
        >
          {t(archived ? "showCurrent" : "showArchived")}
        </Link>
      </div>
    </Page>
  );
}
