import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { getContestDesk } from "#server/contests/get-contest-desk.ts";
import { getMonitor } from "#server/contests/get-monitor.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { windowForm } from "#ui/window-form.ts";
import { Words } from "#ui/words.tsx";
import { type MonitorState, STATES } from "./monitor-state.ts";
import { MonitorView } from "./monitor-view.tsx";
import { PausePanel } from "./pause-panel.tsx";

type Search = Promise<Readonly<{ state?: string; q?: string; page?: string; refused?: string }>>;

/** The branches of the contest: its own and all below. */
async function branchesOf(contestBranchId: number) {
  const { branches } = await ask(listBranches);
  const top = branches.find(({ id }) => id === contestBranchId);
  return branches
    .filter(({ path }) => top && path.startsWith(top.path))
    .map(({ id, name, depth }) => ({ id, name, depth: depth - (top?.depth ?? 0) }));
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("contestDesk"))("monitor.title") };
}

export default async function MonitorPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string }>;
  searchParams: Search;
}): Promise<ReactNode> {
  const [t, { slug }, { state, q, page, refused }] = await Promise.all([getTranslations("contestDesk.monitor"), params, searchParams]);
  const filters = { state, q, page };
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const [{ branch }, monitor] = await Promise.all([ask(getContestDesk, { slug }), ask(getMonitor, { slug, ...given })]);
  const { title, opensAt, closesAt, phase } = monitor.contest;
  const branches = await branchesOf(branch.id);
  return (
    <Page
      title={t("title")}
      back={{ href: `/desk/contests/${slug}`, label: title }}
      width="wide"
      lead={t.rich("closes", { at: () => <TimeText at={closesAt} form={windowForm(opensAt, closesAt)} /> })}
    >
      <RefusalNotice code={refused} />
      {(phase === "open" || phase === "closing") && <PausePanel slug={slug} branches={branches} paused={monitor.paused} />}
      <Words names={["contestDesk", "refusals", "table"]}>
        <MonitorView
          key={JSON.stringify(given)}
          // Through JSON, so that the first state and the refreshed ones are of one shape.
          initial={JSON.parse(JSON.stringify(monitor)) as MonitorState}
          filters={given}
          branches={branches}
          filterBar={
            <FilterBar action={`/desk/contests/${slug}/monitor`}>
              <SelectField label={t("columns.state")} name="state" defaultValue={state ?? ""}>
                <option value="">{t("anyState")}</option>
                {STATES.map((name) => (
                  <option key={name} value={name}>
                    {t(`states.${name}`)}
                  </option>
                ))}
              </SelectField>
              <TextField label={t("search")} name="q" defaultValue={q ?? ""} autoComplete="off" />
            </FilterBar>
          }
        />
      </Words>
    </Page>
  );
}
