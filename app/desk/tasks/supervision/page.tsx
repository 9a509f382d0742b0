import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { RemindButton } from "#app/desk/tasks/remind-button.tsx";
import { TaskTabs } from "#app/desk/tasks/task-tabs.tsx";
import { listFlags } from "#server/tasks/list-flags.ts";
import { listSupervision } from "#server/tasks/list-supervision.ts";
import { listTaskProgrammes } from "#server/tasks/list-task-programmes.ts";
import { SelectField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page, Section } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Words } from "#ui/words.tsx";
import { FlagForm } from "./flag-form.tsx";
import { FlagList } from "./flag-list.tsx";
import { SupervisionTable } from "./supervision-table.tsx";
import { Way } from "./way.tsx";

const FILTERS = ["programmeId", "branchId", "sort"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taskDesk"))("supervision") };
}

/** How far each branch came with what it owes, and which were told to catch up. */
export default async function SupervisionPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, query, refused] = await Promise.all([
    getTranslations("taskDesk"),
    getLocale(),
    searchParams,
    refusedOf(searchParams, ["branchId", "programmeId", "reason"]),
  ]);
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const { sort: _sort, ...narrowed } = filter;
  const view = await ask(listSupervision, filter);
  const { programmes } = await ask(listTaskProgrammes);
  const { flags } = await ask(listFlags, filter["branchId"] ? { branchId: filter["branchId"] } : {});
  return (
    <Page title={t("supervision")} width="wide">
      <div className="grid gap-5">
        <TaskTabs current="/desk/tasks/supervision" />
        <RefusalNotice code={refused.code} />
        <DoneNotice sentence={oneOf(query["done"]) === "flagged" ? t("done.flagged") : undefined} refused={oneOf(query["refused"])} />
        <FilterBar key={JSON.stringify(filter)} action="/desk/tasks/supervision">
          {filter["branchId"] && <input type="hidden" name="branchId" value={filter["branchId"]} />}
          <SelectField label={t("programme")} name="programmeId" defaultValue={filter["programmeId"] ?? ""} className="sm:max-w-64">
            <option value="">{t("allTasks")}</option>
            {programmes.map(({ id, title, titleEn }) => (
              <option key={id} value={id}>
                {(locale === "en" && titleEn) || title}
              </option>
            ))}
          </SelectField>
          {!view.lightBurden && (
            <SelectField label={t("sort")} name="sort" defaultValue={filter["sort"] ?? "tree"}>
              <option value="tree">{t("sorts.tree")}</option>
              <option value="overdue">{t("sorts.overdue")}</option>
            </SelectField>
          )}
        </FilterBar>
        <Way path={view.path} filter={filter} />
        <SupervisionTable rows={view.rows} lightBurden={view.lightBurden} filter={filter} />
        <Words names={["remind"]}>
          <RemindButton filter={narrowed} />
        </Words>
      </div>
      <Section title={t("flags")}>
        <FlagList flags={flags} />
      </Section>
      <Section title={t("raiseFlag")}>
        <FlagForm
          branches={view.rows.filter(({ mayFlag }) => mayFlag).toSorted((one, other) => other.depth - one.depth)}
          {...{ programmes, filter }}
          errorAt={refused.at}
        />
      </Section>
    </Page>
  );
}
