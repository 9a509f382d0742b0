import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

/** Proposes a book. */
export function NominateForm({ slug, at }: { slug: string; at: (name: string) => string | undefined }): ReactNode {
  const t = useTranslations("groups");
  return (
    <form method="post" action={`/api/groups/${slug}/nominees`} className="grid gap-4 border-line border-t pt-4">
      <input type="hidden" name="next" value={`/groups/${slug}/vote?done=nominated`} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("bookTitle")} name="title" required maxLength={120} error={at("title")} />
        <TextField label={t("author")} name="author" maxLength={80} optional error={at("author")} />
      </div>
      <AreaField label={t("why")} name="why" rows={2} maxLength={300} optional error={at("why")} />
      <SubmitButton look="secondary" className="justify-self-start">
        {t("nominate")}
      </SubmitButton>
    </form>
  );
}
