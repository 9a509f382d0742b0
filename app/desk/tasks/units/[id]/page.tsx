import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { pageContext } from "#app/_http/request-context.ts";
import { type LedgerTask, TaskTable } from "#app/desk/tasks/task-table.tsx";
import { getUnitLists } from "#server/tasks/get-unit-lists.ts";
import { Page, Section } from "#ui/page.tsx";
import { PrintPage } from "#ui/print-page.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { Words } from "#ui/words.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { branch }] = await Promise.all([getTranslations("taskDesk"), ask(getUnitLists, await params)]);
  return { title: t("unitTitle", { branch: branch.name }) };
}

/** The two lists of a unit: what it answers for, and what is due. Printed, each on a sheet of its own. */
export default async function UnitPage({ params }: Props): Promise<ReactNode> {
  const [t, { now }, { branch, responsibilities, due }] = await Promise.all([
    getTranslations("taskDesk"),
    pageContext(),
    ask(getUnitLists, await params),
  ]);
  return (
    <Page
      title={branch.name}
      width="wide"
      lead={t.rich("asOf", { at: () => <TimeText at={now} form="day" /> })}
      back={{ href: "/desk/tasks/supervision", label: t("supervision") }}
      action={
        <Words names={[]}>
          <PrintPage label={t("print")} />
        </Words>
      }
    >
      <UnitList title={t("responsibilities")} lead={t("responsibilitiesLead")} tasks={responsibilities} none={t("noResponsibilities")} />
      <UnitList title={t("dueList")} lead={t("dueListLead")} tasks={due} none={t("noDueList")} />
    </Page>
  );
}

type ListProps = { title: string; lead: string; tasks: readonly LedgerTask[]; none: string };

function UnitList({ title, lead, tasks, none }: ListProps): ReactNode {
  return (
    <div className="sheet">
      <Section title={title}>
        <p className="text-muted">{lead}</p>
        <TaskTable tasks={tasks} caption={title} empty={<p>{none}</p>} />
      </Section>
    </div>
  );
}
