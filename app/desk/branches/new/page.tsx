import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { BranchFields } from "#app/desk/branches/branch-fields.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { SelectField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("branchesDesk"))("newTitle") };
}

/** One new branch, below the one the address names. */
export default async function NewBranchPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seePeople);
  const [t, { branches }, refused, query] = await Promise.all([
    getTranslations("branchesDesk"),
    ask(listBranches),
    refusedOf(searchParams, ["parentId", "name", "code", "kind"]),
    searchParams,
  ]);
  return (
    <Page title={t("newTitle")} width="reading" back={{ href: "/desk/branches", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      <SendForm action="/api/desk/branches" next="/desk/branches/{id}?done=added" submit={t("add")}>
        <SelectField
          label={t("parent")}
          error={refused.at("parentId")}
          name="parentId"
          required
          defaultValue={oneOf(query["parentId"]) ?? ""}
        >
          <option value="">{t("choose")}</option>
          <BranchOptions branches={branches.filter(({ mayEdit }) => mayEdit)} />
        </SelectField>
        <BranchFields errorAt={refused.at} />
      </SendForm>
    </Page>
  );
}
