import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField } from "#ui/field.tsx";

type Question = Readonly<{ id: number; branchId: number | null; isPrivate: boolean }>;

/** Gives a question to everybody's bank or to a branch's. */
export async function ShareForm({ question: { id, branchId } }: { question: Question }): Promise<ReactNode> {
  const [t, { branches }] = await Promise.all([getTranslations("questionDesk"), ask(listBranches)]);
  return (
    <ConfirmForm
      action={`/api/desk/questions/${id}/share`}
      fields={{ next: `/desk/questions/${id}?done=shared` }}
      trigger={t("share")}
      triggerLook="quiet"
      title={t("shareTitle")}
      lead={t("shareLead")}
      confirm={t("share")}
    >
      <SelectField label={t("bank")} name="branchId" defaultValue={branchId ?? ""}>
        <option value="">{t("banks.shared")}</option>
        <BranchOptions branches={branches} {...(branchId !== null && { present: branchId })} />
      </SelectField>
    </ConfirmForm>
  );
}
