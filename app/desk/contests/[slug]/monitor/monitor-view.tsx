"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PhaseBadge } from "#app/desk/contests/phase-badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { ExtendPanel } from "./extend-panel.tsx";
import { MonitorCounts } from "./monitor-counts.tsx";
import { isOver, type MonitorState } from "./monitor-state.ts";
import { PeopleTable } from "./people-table.tsx";
import type { ExtendBranch, ExtendTarget } from "./target-fields.tsx";
import { useMonitor } from "./use-monitor.ts";

type Props = Readonly<{
  initial: MonitorState;
  /** The filters in force, as they stand in the address. */
  filters: Readonly<Record<string, string | undefined>>;
  branches: readonly ExtendBranch[];
  filterBar: ReactNode;
}>;

/** A contest while it runs: how many are where, who they are, and more time for those who need it. */
export function MonitorView({ initial, filters, branches, filterBar }: Props): ReactNode {
  const t = useTranslations("contestDesk.monitor");
  const { slug } = initial.contest;
  const asked = new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const { state, lost, refresh } = useMonitor(initial, `/api/desk/contests/${slug}/monitor?${asked}`);
  const [target, setTarget] = useState<ExtendTarget>({ to: "all" });
  const over = isOver(state.contest.phase);
  const at = new Date(state.serverNow);
  return (
    <div className="grid gap-8">
      {lost && <Notice kind="warning">{t.rich("lost", { at: () => <TimeText at={at} form="second" /> })}</Notice>}
      <p className="flex flex-wrap items-center gap-3 text-muted text-sm">
        <PhaseBadge phase={state.contest.phase} />
        <span>{t.rich(over ? "finalAt" : "freshAt", { at: () => <TimeText at={at} form="second" /> })}</span>
      </p>
      <MonitorCounts counts={state.counts} />
      {!over && <ExtendPanel slug={slug} branches={branches} target={target} onTarget={setTarget} onDone={refresh} />}
      <div className="grid gap-4">
        {filterBar}
        <PeopleTable
          slug={slug}
          people={state.people}
          onExtend={over ? undefined : (personId, name) => setTarget({ to: "person", personId, name })}
          empty={
            <Empty title={state.counts.eligible === 0 ? t("noRoster") : t("noMatch")}>
              {state.counts.eligible === 0 && t("noRosterLead")}
            </Empty>
          }
        />
        <Pagination total={state.total} page={state.page} pageSize={50} path={`/desk/contests/${slug}/monitor`} query={filters} />
      </div>
    </div>
  );
}
