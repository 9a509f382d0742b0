import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listTaskGroups } from "#server/tasks/list-task-groups.ts";
import { CursorNav } from "./cursor-nav.tsx";
import { GroupTable } from "./group-table.tsx";

type Props = { filter: Readonly<Record<string, string>>; after: string | undefined; empty: ReactNode };

/** The ledger of programmes counted by branch and item. */
export async function CountsView({ filter, after, empty }: Props): Promise<ReactNode> {
  const { groups, next } = await ask(listTaskGroups, { ...filter, ...(after && { after }) });
  return (
    <>
      <GroupTable groups={groups} empty={empty} />
      {(next || after) && <CursorNav total="" filter={{ ...filter, view: "counts" }} previous={null} next={next} />}
    </>
  );
}
