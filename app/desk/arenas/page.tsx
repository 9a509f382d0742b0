import { Plus, Swords } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listArenasDesk } from "#server/arenas/list-arenas-desk.ts";
import { ArenaPhase } from "#ui/arena-phase.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("arenaDesk"))("title") };
}

/** The arenas one may run, newest first. Where light-burden mode is on none can be made, and it says so. */
export default async function DeskArenasPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, tNav, query] = await Promise.all([getTranslations("arenaDesk"), getTranslations("nav.places"), searchParams]);
  const list = await ask(listArenasDesk, { page: oneOf(query["page"]) ?? "1" });
  const make = list.isOn && (
    <LinkButton href="/desk/arenas/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("title")} lead={t("lead")} back={{ href: "/desk/contests", label: tNav("contests") }} width="wide" action={make}>
      {!list.isOn && <Notice kind="info">{t("off")}</Notice>}
      <div className="grid gap-4">
        <DataTable
          caption={t("title")}
          rows={list.arenas}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t("none")} icon={Swords}>
              {t("noneLead")}
            </Empty>
          }
          columns={[
            {
              key: "title",
              head: t("fields.title"),
              main: true,
              cell: ({ id, title, branchName }) => (
                <span className="grid">
                  <Link
                    href={`/desk/arenas/${id}`}
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
            { key: "phase", head: t("phase"), cell: ({ phase }) => <ArenaPhase phase={phase} /> },
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
            { key: "duels", head: t("duels"), align: "end", cell: ({ duels }) => duels },
          ]}
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/arenas" />}
      </div>
    </Page>
  );
}
