import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";

/** Settles the dry run; a revised list asks for a reason. */
export function GrantForm({ slug, count, revises }: { slug: string; count: number; revises: number }): ReactNode {
  const t = useTranslations("awards");
  const isFirst = revises === 0;
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/awards`}
      fields={{ revises: String(revises), next: `/desk/contests/${slug}/awards?done=granted` }}
      trigger={t(isFirst ? "grant" : "revise")}
      triggerLook={isFirst ? "primary" : "secondary"}
      title={isFirst ? t("grantTitle", { count }) : t("reviseTitle")}
      lead={t(isFirst ? "grantLead" : "reviseLead")}
      confirm={t(isFirst ? "grant" : "revise")}
    >
      {!isFirst && <TextField label={t("reason")} name="reason" maxLength={500} required autoComplete="off" />}
    </ConfirmForm>
  );
}
