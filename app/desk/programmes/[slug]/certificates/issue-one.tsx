import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { TextField } from "#ui/field.tsx";

/** One certificate, by staff number. */
export function IssueOne({ slug, error }: { slug: string; error: string | undefined }): ReactNode {
  const t = useTranslations("certificates.desk");
  return (
    <SendForm
      action={`/api/desk/programmes/${slug}/certificates`}
      next={`/desk/programmes/${slug}/certificates?done=issued`}
      submit={t("oneButton")}
      look="secondary"
      className="grid max-w-md gap-4"
    >
      <TextField label={t("staffNo")} hint={t("oneLead")} error={error} name="staffNo" required maxLength={40} autoComplete="off" />
    </SendForm>
  );
}
