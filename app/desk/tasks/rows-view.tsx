import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listTasks } from "#server/tasks/list-tasks.ts";
import { Notice } from "#ui/notice.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { CursorNav } from "./cursor-nav.tsx";
import { TaskTable } from "./task-table.tsx";

type Props = {
  filter: Readonly<Record<string, string>>;
  after: string | undefined;
  before: string | undefined;
  empty: ReactNode;
  reasonError: string | undefined;
};
const MOST_COUNTED = 10_000;

/** The ledger row by row, with what can be done to many rows at once. */
export async function RowsView({ filter, after, before, empty, reasonError }: Props): Promise<ReactNode> {
  const [t, list] = await Promise.all([
    getTranslations("taskDesk"),
    ask(listTasks, { ...filter, ...(after && { after }), ...(before && { before }) }),
  ]);
  const search = new URLSearchParams(filter);
  const total = list.total > MOST_COUNTED ? t("many", { total: MOST_COUNTED }) : t("total", { total: list.total });
  return (
    <>
      {list.names === "aggregate" && <Notice>{t("nameless")}</Notice>}
      <form method="post" action="/api/desk/reminders" className="grid gap-4">
        <TaskTable tasks={list.tasks} caption={t("title")} empty={empty} chooses />
        {list.tasks.length > 0 && <BulkBar back={`/desk/tasks?${search.size > 0 ? `${search}&` : ""}`} reasonError={reasonError} />}
      </form>
      {list.total > 0 && <CursorNav total={total} filter={filter} previous={list.previous} next={list.next} />}
    </>
  );
}
