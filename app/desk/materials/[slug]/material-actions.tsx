import { BookOpenText, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MaterialState } from "#app/desk/materials/state-badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Props = Readonly<{ slug: string; state: MaterialState; latest: number; published: number | null; waits: boolean }>;

/** What an editor can do with a text now: show it to members, change it, take it off the shelf. */
export function MaterialActions({ slug, state, latest, published, waits }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const path = `/desk/materials/${slug}`;
  return (
    <div className="flex flex-wrap gap-2 max-sm:*:grow">
      {state === "published" && (
        <>
          <ConfirmForm
            action={`/api/desk/materials/${slug}/withdraw`}
            fields={{ next: `${path}?done=withdrawn` }}
            trigger={t("withdraw")}
            triggerLook="quiet"
            title={t("withdrawTitle")}
            lead={t("withdrawLead")}
            confirm={t("withdraw")}
          >
            <TextField label={t("reason")} hint={t("reasonHint")} name="reason" optional maxLength={500} />
          </ConfirmForm>
          <LinkButton href={`/materials/${slug}`}>
            <BookOpenText aria-hidden className="size-4" />
            {t("read")}
          </LinkButton>
        </>
      )}
      <LinkButton href={`${path}/edit`}>
        <Pencil aria-hidden className="size-4" />
        {t("edit")}
      </LinkButton>
      {state === "archived" && published !== null ? (
        <form method="post" action={`/api/desk/materials/${slug}/publish`} className="grid">
          <input type="hidden" name="number" value={published} />
          <input type="hidden" name="next" value={`${path}?done=published`} />
          <SubmitButton>{t("publish", { number: published })}</SubmitButton>
        </form>
      ) : (
        published !== latest &&
        !waits && (
          <form method="post" action={`/api/desk/materials/${slug}/submit`} className="grid">
            <input type="hidden" name="next" value={`${path}?done=submitted`} />
            <SubmitButton>{t("submit", { number: latest })}</SubmitButton>
          </form>
        )
      )}
    </div>
  );
}
