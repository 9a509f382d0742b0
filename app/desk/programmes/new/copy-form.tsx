import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Props = {
  source: Readonly<{ slug: string; title: string; branchName: string; opensAt: Date; kind: string }>;
  branches: readonly Readonly<{ id: number; name: string; depth: number }>[];
  day: string;
  /** The first choice of the branch; without it, where the old one stands. */
  branchId?: number | undefined;
};

/** Makes a draft from something that is there: a name, a first day, a branch. A plain form. */
export function CopyForm({ source, branches, day, branchId }: Props): ReactNode {
  const t = useTranslations("programmeDesk");
  const { slug, title, branchName, opensAt, kind } = source;
  return (
    <details className="rounded-md border border-line bg-raised">
      <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <span className="min-w-0 flex-1 font-medium">{title}</span>
        <span className="text-muted text-sm">
          {branchName}
          {kind !== "template" && (
            <>
              {" · "}
              <TimeText at={opensAt} form="day" />
            </>
          )}
        </span>
      </summary>
      <form method="post" action={`/api/desk/programmes/${slug}/copy`} className="grid gap-4 border-line border-t p-4">
        <input type="hidden" name="next" value="/desk/programmes?done=copied" />
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField label={t("fields.title")} name="title" maxLength={120} defaultValue={title} required />
          <TextField label={t("fields.opensOn")} hint={t("hints.opensOn")} name="opensOn" type="date" defaultValue={day} required />
          <SelectField label={t("fields.branchId")} name="branchId" defaultValue={branchId ?? ""}>
            {branchId === undefined && <option value="">{t("sameBranch", { branch: branchName })}</option>}
            <BranchOptions branches={branches} />
          </SelectField>
        </div>
        <SubmitButton look="primary">{t("makeFrom")}</SubmitButton>
      </form>
    </details>
  );
}
