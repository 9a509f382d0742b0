import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, refusedOf, type Search } from "#app/_http/refused.ts";
import { admit } from "#app/desk/admit.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { TagsAndTime } from "#app/desk/people/person-fields.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { can } from "#domain/access.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { LinkButton } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peopleDesk"))("newTitle") };
}

/** One new person. */
export default async function NewPersonPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  await admit(can.seePeople);
  const [t, { branches }, refused, query] = await Promise.all([
    getTranslations("peopleDesk"),
    ask(listBranches),
    refusedOf(searchParams, ["name", "staffNo", "account", "branchId", "tags", "timePercent"]),
    searchParams,
  ]);
  return (
    <Page
      title={t("newTitle")}
      lead={t("newLead")}
      width="reading"
      back={{ href: "/desk/people", label: t("back") }}
      action={
        <LinkButton href="/desk/people/import">
          <Upload aria-hidden className="size-4" />
          {t("toImport")}
        </LinkButton>
      }
    >
      <RefusalNotice code={refused.code} />
      <SendForm action="/api/desk/people" next="/desk/people/{id}?done=added" submit={t("add")}>
        <TextField label={t("name")} error={refused.at("name")} name="name" required maxLength={60} autoComplete="off" />
        <TextField label={t("staffNo")} error={refused.at("staffNo")} name="staffNo" required maxLength={40} autoComplete="off" />
        <SelectField
          label={t("branch")}
          error={refused.at("branchId")}
          name="branchId"
          required
          defaultValue={oneOf(query["branchId"]) ?? ""}
        >
          <option value="">{t("choose")}</option>
          <BranchOptions branches={branches.filter(({ mayEdit }) => mayEdit)} />
        </SelectField>
        <TextField
          label={t("account")}
          hint={t("accountHint")}
          error={refused.at("account")}
          optional
          name="account"
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
        />
        <TagsAndTime errorAt={refused.at} />
      </SendForm>
    </Page>
  );
}
