import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { TagsAndTime } from "#app/desk/people/person-fields.tsx";
import { SendForm } from "#app/desk/send-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Person = Readonly<{
  id: number;
  name: string;
  branch: Readonly<{ id: number }>;
  tags: readonly string[];
  timePercent: number;
  pinyinFull: string;
  pinyinInitials: string;
}>;
type Branch = ComponentProps<typeof BranchOptions>["branches"][number] & Readonly<{ mayEdit: boolean }>;
type Props = { person: Person; branches: readonly Branch[]; errorAt: (field: string) => string | undefined };

/** What the desk may correct of a person; another branch is a move. */
export async function DetailsForm({ person, branches, errorAt }: Props): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  const { id, name, branch, tags, timePercent, pinyinFull, pinyinInitials } = person;
  const seen = [name, branch.id, tags, timePercent, pinyinFull, pinyinInitials];
  return (
    <SendForm
      key={JSON.stringify(seen)}
      action={`/api/desk/people/${id}`}
      next={`/desk/people/${id}?done=saved`}
      submit={t("save")}
      look="secondary"
      className="grid gap-5 sm:grid-cols-2 sm:items-end"
    >
      <TextField label={t("name")} error={errorAt("name")} name="name" required maxLength={60} defaultValue={name} autoComplete="off" />
      <SelectField label={t("branch")} hint={t("moveHint")} error={errorAt("branchId")} name="branchId" defaultValue={branch.id}>
        <BranchOptions branches={branches.filter((one) => one.mayEdit || one.id === branch.id)} present={branch.id} />
      </SelectField>
      <TagsAndTime tags={tags} timePercent={timePercent} errorAt={errorAt} />
      <TextField
        label={t("pinyinFull")}
        hint={t("pinyinHint")}
        error={errorAt("pinyinFull")}
        name="pinyinFull"
        maxLength={200}
        defaultValue={pinyinFull}
        autoCapitalize="none"
      />
      <TextField
        label={t("pinyinInitials")}
        error={errorAt("pinyinInitials")}
        name="pinyinInitials"
        maxLength={200}
        defaultValue={pinyinInitials}
        autoCapitalize="none"
      />
      <div className="sm:col-span-2">
        <TextField label={t("reason")} hint={t("reasonHintTime")} error={errorAt("reason")} optional name="reason" maxLength={500} />
      </div>
    </SendForm>
  );
}
