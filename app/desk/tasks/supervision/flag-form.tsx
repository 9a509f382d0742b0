import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { AreaField, SelectField } from "#ui/field.tsx";

type Props = {
  branches: readonly Readonly<{ branch: Readonly<{ id: number; name: string }> }>[];
  programmes: readonly Readonly<{ id: number; title: string; titleEn: string }>[];
  filter: Readonly<Record<string, string>>;
  errorAt: (field: string) => string | undefined;
};

/** Tells a branch that it falls behind, as a whole or in one programme, and why. */
export async function FlagForm({ branches, programmes, filter, errorAt }: Props): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations("taskDesk"), getLocale()]);
  if (branches.length === 0) return <p className="text-muted">{t("nothingToFlag")}</p>;
  const search = new URLSearchParams({ ...filter, done: "flagged" });
  return (
    <div className="max-w-xl">
      <SendForm action="/api/desk/flags" next={`/desk/tasks/supervision?${search}`} submit={t("raiseFlag")} look="secondary">
        <SelectField label={t("flagBranch")} name="branchId" required error={errorAt("branchId")}>
          {branches.map(({ branch }) => (
            <option key={branch.id} value={branch.id}>
              {branch.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("programme")}
          name="programmeId"
          optional
          defaultValue={filter["programmeId"] ?? ""}
          error={errorAt("programmeId")}
        >
          <option value="">{t("wholeBranch")}</option>
          {programmes.map(({ id, title, titleEn }) => (
            <option key={id} value={id}>
              {(locale === "en" && titleEn) || title}
            </option>
          ))}
        </SelectField>
        <AreaField
          label={t("flagReason")}
          hint={t("flagReasonHint")}
          name="reason"
          rows={3}
          required
          maxLength={500}
          error={errorAt("reason")}
        />
      </SendForm>
    </div>
  );
}
