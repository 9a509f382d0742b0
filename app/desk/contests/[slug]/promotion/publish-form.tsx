import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Props = {
  slug: string;
  count: number;
  revises: number;
  people: readonly Readonly<{ subject: number; name: string }>[];
};

/** Publishes the dry run; a revised list, or somebody who steps back, asks for a reason. */
export function PublishForm({ slug, count, revises, people }: Props): ReactNode {
  const t = useTranslations("stages");
  const isFirst = revises === 0;
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/promotion`}
      fields={{ revises: String(revises), next: `/desk/contests/${slug}/promotion?done=published` }}
      trigger={t(isFirst ? "publish" : "revise")}
      triggerLook={isFirst ? "primary" : "secondary"}
      title={isFirst ? t("publishTitle", { count }) : t("reviseTitle")}
      lead={t(isFirst ? "publishLead" : "reviseLead")}
      confirm={t(isFirst ? "publish" : "revise")}
    >
      <SelectField label={t("without")} hint={t("withoutLead")} name="without" optional>
        <option value="" />
        {people.map(({ subject, name }) => (
          <option key={subject} value={subject}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label={t("reason")} name="reason" maxLength={500} required={!isFirst} optional={isFirst} autoComplete="off" />
    </ConfirmForm>
  );
}
