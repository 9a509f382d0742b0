import { Network, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { BranchTable } from "./branch-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("branchesDesk"))("title") };
}

/** The tree the viewer administers, with how many people are in and below each branch. */
export default async function BranchesPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seePeople);
  const [t, { branches }, query] = await Promise.all([getTranslations("branchesDesk"), ask(listBranches), searchParams]);
  const showsClosed = oneOf(query["closed"]) === "true";
  const open = branches.filter(({ closedAt }) => closedAt === null);
  const people = open.reduce((sum, { members }) => sum + members, 0);
  return (
    <Page
      title={t("title")}
      lead={t("lead", { branches: open.length, people })}
      width="wide"
      action={
        <LinkButton href="/desk/branches/new" look="primary">
          <Plus aria-hidden className="size-4" />
          {t("new")}
        </LinkButton>
      }
    >
      <div className="grid gap-4">
        <div className="no-print flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-line border-b pb-4">
          {open.length < branches.length && (
            <Link
              href={showsClosed ? "/desk/branches" : "/desk/branches?closed=true"}
              className="inline-flex min-h-11 items-center text-muted underline underline-offset-4 hover:text-ink"
            >
              {showsClosed ? t("hideClosed") : t("showClosed", { count: branches.length - open.length })}
            </Link>
          )}
          <LinkButton href="/desk/branches/import" look="quiet">
            <Upload aria-hidden className="size-4" />
            {t("import")}
          </LinkButton>
        </div>
        <BranchTable
          branches={showsClosed ? branches : open}
          caption={t("title")}
          empty={
            <Empty title={t("none")} icon={Network}>
              {t("noneLead")}
            </Empty>
          }
        />
      </div>
    </Page>
  );
}
