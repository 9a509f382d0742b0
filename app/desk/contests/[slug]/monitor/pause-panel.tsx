import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ExtendBranch } from "./target-fields.tsx";

type Props = Readonly<{
  slug: string;
  branches: readonly ExtendBranch[];
  paused: readonly Readonly<{ branchName: string | null; until: Date }>[];
}>;

/** Stops the clocks of everybody or of one branch, and lets them run again. */
export function PausePanel({ slug, branches, paused }: Props): ReactNode {
  const t = useTranslations("contestDesk.pause");
  const back = `/desk/contests/${slug}/monitor`;
  return (
    <div className="grid gap-4">
      {paused.length > 0 && (
        <Notice kind="warning" title={t("paused")}>
          <ul className="mb-3">
            {paused.map(({ branchName, until }) => (
              <li key={branchName ?? ""}>
                {branchName ?? t("everybody")} · {t.rich("until", { at: () => <TimeText at={until} form="second" /> })}
              </li>
            ))}
          </ul>
          <SendForm action={`/api/desk/contests/${slug}/resume`} next={back} submit={t("resume")}>
            {null}
          </SendForm>
        </Notice>
      )}
      <details className="rounded-md border border-line px-5">
        <summary className="flex min-h-12 items-center font-medium">{t("title")}</summary>
        <SendForm
          action={`/api/desk/contests/${slug}/pause`}
          next={back}
          submit={t("button")}
          look="secondary"
          className="grid gap-4 pt-2 pb-4"
        >
          <p className="text-muted text-sm">{t("lead")}</p>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <SelectField label={t("who")} name="to" defaultValue="all">
              <option value="all">{t("everybody")}</option>
              <option value="branch">{t("oneBranch")}</option>
            </SelectField>
            <SelectField label={t("branch")} hint={t("branchHint")} name="branchId" defaultValue="">
              <option value="">{t("noBranch")}</option>
              <BranchOptions branches={branches} />
            </SelectField>
            <TextField label={t("minutes")} name="minutes" type="number" inputMode="numeric" min={1} max={240} defaultValue="10" required />
            <TextField label={t("reason")} name="reason" maxLength={500} required />
          </div>
        </SendForm>
      </details>
    </div>
  );
}
