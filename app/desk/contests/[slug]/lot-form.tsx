import { Dices } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { listBranches } from "#server/branches/list-branches.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

/** Draws people by lot for a spot check. An empty number makes it everybody's again. */
export async function LotForm({ slug, branchId }: { slug: string; branchId: number }): Promise<ReactNode> {
  const [t, { branches }] = await Promise.all([getTranslations("contestDesk.lot"), ask(listBranches)]);
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/lot`}
      fields={{ next: `/desk/contests/${slug}?done=lot` }}
      trigger={
        <>
          <Dices aria-hidden className="size-4" />
          {t("button")}
        </>
      }
      compact
      title={t("title")}
      lead={t("lead")}
      confirm={t("confirm")}
    >
      <TextField label={t("count")} hint={t("countHint")} name="count" type="number" min={1} inputMode="numeric" optional />
      <SelectField label={t("branch")} name="branchId" defaultValue={branchId}>
        <BranchOptions branches={branches} present={branchId} />
      </SelectField>
    </ConfirmForm>
  );
}
