import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { TextField } from "#ui/field.tsx";
import { Words } from "#ui/words.tsx";

/** Makes the draft of the stage that follows; it opens on the page where drafts are. */
export function NextStageForm({ slug, title }: { slug: string; title: string }): ReactNode {
  const t = useTranslations("stages");
  return (
    <Words names={["errors"]}>
      <SendForm
        action={`/api/desk/contests/${slug}/copy`}
        next={`/desk/contests/${slug}/promotion`}
        submit={t("makeNext")}
        look="secondary"
      >
        <p className="text-muted">{t("nextLead")}</p>
        <input type="hidden" name="as" value="next-stage" />
        <TextField label={t("nextTitle")} name="title" defaultValue={t("nextOf", { title })} maxLength={120} required />
      </SendForm>
    </Words>
  );
}
