import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

const FIELDS = ["title", "body", "dueAt", "staffNos", "branchIds", "subtreeId"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("taskDesk"))("new") };
}

/** Gives one thing to do to persons by number, or to everybody or every unit of a branch and below. */
export default async function NewTaskPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seeTasks);
  const [t, { branches }, refused] = await Promise.all([getTranslations("taskDesk"), ask(listBranches), refusedOf(searchParams, FIELDS)]);
  return (
    <Page width="reading" title={t("new")} lead={t("newLead")} back={{ href: "/desk/tasks", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <SendForm action="/api/desk/tasks" next="/desk/tasks?done=assigned" submit={t("give")}>
        <TextField label={t("titleField")} name="title" required maxLength={120} error={refused.at("title")} />
        <AreaField label={t("bodyField")} name="body" rows={4} maxLength={4_000} optional error={refused.at("body")} />
        <TextField label={t("dueField")} hint={t("dueHint")} name="dueAt" type="datetime-local" optional error={refused.at("dueAt")} />
        <fieldset className="grid gap-5 border-line border-t pt-5">
          <legend className="float-left mb-3 w-full font-display font-semibold text-lg">{t("whom")}</legend>
          <AreaField label={t("staffNos")} hint={t("staffNosHint")} name="staffNos" rows={3} optional error={refused.at("staffNos")} />
          <SelectField label={t("subtree")} hint={t("subtreeHint")} name="subtreeId" optional error={refused.at("subtreeId")}>
            <option value="">{t("noSubtree")}</option>
            <BranchOptions branches={branches} />
          </SelectField>
          <SelectField label={t("each")} name="each" defaultValue="person">
            <option value="person">{t("eachPerson")}</option>
            <option value="unit">{t("eachUnit")}</option>
          </SelectField>
        </fieldset>
      </SendForm>
    </Page>
  );
}
