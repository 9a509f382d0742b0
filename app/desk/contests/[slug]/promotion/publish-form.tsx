import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";

type Props = Readonly<{ slug: string; count: number; revises: number; without: readonly number[] }>;

/** Publishes the list as it was tried; a revised one, or somebody who steps back, asks for a reason. */
export function PublishForm({ slug, count, revises, without }: Props): ReactNode {
  const t = useTranslations("stages");
  const isFirst = revises === 0;
  const needsReason = !isFirst || without.length > 0;
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/promotion`}
      fields={{ revises: String(revises), without: without.join(" "), next: `/desk/contests/${slug}/promotion?done=published` }}
      trigger={t(isFirst ? "publish" : "revise")}
      triggerLook={isFirst ? "primary" : "secondary"}
      title={isFirst ? t("publishTitle", { count }) : t("reviseTitle")}
      lead={t(isFirst ? "publishLead" : "reviseLead")}
      confirm={t(isFirst ? "publish" : "revise")}
    >
      <TextField label={t("reason")} name="reason" maxLength={500} required={needsReason} optional={!needsReason} autoComplete="off" />
    </ConfirmForm>
  );
}
