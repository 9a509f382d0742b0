import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { BranchFields } from "#app/desk/branches/branch-fields.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Branch = ComponentProps<typeof BranchOptions>["branches"][number] &
  Readonly<{ parentId: number | null; code: string; kind: string; path: string; mayEdit: boolean }>;
type Props = { branch: Branch; branches: readonly Branch[]; errorAt: (field: string) => string | undefined };

/** Renames a branch or moves it with all below it. Only parents that are allowed are offered: never itself nor what is below it. */
export async function BranchForm({ branch, branches, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("branchesDesk");
  const { id, name, code, kind, parentId } = branch;
  const parents = branches.filter((one) => one.mayEdit && !one.path.startsWith(branch.path));
  const mayMove = parents.some((one) => one.id === parentId);
  return (
    <SendForm
      key={JSON.stringify([name, code, kind, parentId])}
      action={`/api/desk/branches/${id}`}
      next={`/desk/branches/${id}?done=saved`}
      submit={t("save")}
      look="secondary"
    >
      <BranchFields branch={branch} errorAt={errorAt} />
      {mayMove && (
        <SelectField label={t("parent")} hint={t("parentHint")} error={errorAt("parentId")} name="parentId" defaultValue={parentId ?? ""}>
          <BranchOptions branches={parents} {...(parentId !== null && { present: parentId })} />
        </SelectField>
      )}
      {!mayMove && <p className="text-muted text-sm">{t(parentId === null ? "top" : "topOfYours")}</p>}
      <TextField label={t("reason")} hint={t("reasonHint")} optional name="reason" maxLength={500} />
    </SendForm>
  );
}
