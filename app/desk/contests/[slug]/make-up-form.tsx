import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";

/** Makes a draft for those who were absent or failed. */
export function MakeUpForm({ slug, title }: { slug: string; title: string }): ReactNode {
  const t = useTranslations("contestDesk.makeUp");
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/make-up`}
      fields={{ next: "/desk/contests" }}
      trigger={
        <>
          <CalendarPlus aria-hidden className="size-4" />
          {t("button")}
        </>
      }
      compact
      title={t("title")}
      lead={t("lead")}
      confirm={t("button")}
    >
      <TextField label={t("name")} name="title" defaultValue={t("nameOf", { title })} maxLength={120} required />
    </ConfirmForm>
  );
}
