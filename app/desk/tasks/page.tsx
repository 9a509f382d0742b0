import { ClipboardList, Plus, UserRoundCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { listTaskProgrammes } from "#server/tasks/list-task-programmes.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { CountsView } from "./counts-view.tsx";
import { RemindButton } from "./remind-button.tsx";
import { RowsView } from "./rows-view.tsx";
import { TaskFilterBar } from "./task-filter-bar.tsx";
import { TaskTabs } from "./task-tabs.tsx";

const FILTERS = ["programmeId", "itemId", "branchId", "kind", "state", "dueFrom", "dueTo", "q"] as const;
const DONE = ["assigned", "reminded", "waived", "unwaived", "cancelled"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taskDesk"))("title") };
}

/** The ledger: what everybody owes, one a row or counted by branch and item, narrowed by what the address says. */
export default async function TasksPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query, refused] = await Promise.all([getTranslations("taskDesk"), searchParams, refusedOf(searchParams, ["reason"])]);
  const given = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const view = oneOf(query["view"]) === "counts" ? "counts" : "rows";
  const filter = given(view === "counts" ? FILTERS.filter((name) => name !== "q" && name !== "kind") : FILTERS);
  const { branches } = await ask(listBranches);
  const { programmes, items } = await ask(listTaskProgrammes, given(["programmeId"]));
  const done = DONE.find((one) => one === oneOf(query["done"]));
  const empty = (
    <Empty title={t("none")} icon={ClipboardList} action={<LinkButton href="/desk/tasks/new">{t("new")}</LinkButton>}>
      {t("noneLead")}
    </Empty>
  );
  return (
    <Page
      title={t("title")}
      width="wide"
      action={
        <LinkButton href="/desk/tasks/new" look="primary">
          <Plus aria-hidden className="size-4" />
          {t("new")}
        </LinkButton>
      }
    >
      <div className="grid gap-5">
        <TaskTabs current={view === "counts" ? "/desk/tasks?view=counts" : "/desk/tasks"} />
        <RefusalNotice code={refused.code} />
        <DoneNotice sentence={done && t(`done.${done}`)} refused={oneOf(query["refused"])} />
        <TaskFilterBar {...{ filter, branches, programmes, items, view }} />
        <div className="no-print flex flex-wrap items-center justify-between gap-3">
          <Words names={["remind"]}>
            <RemindButton filter={filter} />
          </Words>
          <LinkButton href="/desk/tasks/waive" look="quiet" compact>
            <UserRoundCheck aria-hidden className="size-4" />
            {t("waiveSomebody")}
          </LinkButton>
        </div>
        {view === "counts" ? (
          <CountsView filter={filter} after={oneOf(query["after"])} empty={empty} />
        ) : (
          <RowsView
            {...{ filter, empty }}
            after={oneOf(query["after"])}
            before={oneOf(query["before"])}
            reasonError={refused.at("reason")}
          />
        )}
      </div>
    </Page>
  );
}
