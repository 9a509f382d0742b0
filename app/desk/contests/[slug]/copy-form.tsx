import { CopyPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";

/** The same contest once more, as a draft at a later date. */
export function CopyForm({ slug, title }: { slug: string; title: string }): ReactNode {
  const t = useTranslations("stages");
  return (
    <ConfirmForm
      action={`/api/desk/contests/${slug}/copy`}
      fields={{ next: "/desk/contests" }}
      trigger={
        <>
          <CopyPlus aria-hidden className="size-4" />
          {t("copy")}
        </>
      }
      compact
      title={t("copyTitle")}
      lead={t("copyLead")}
      confirm={t("copy")}
    >
      <TextField label={t("copyName")} name="title" defaultValue={t("copyOf", { title })} maxLength={120} required />
    </ConfirmForm>
  );
}
