import { Pencil, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QuestionState } from "#app/desk/questions/state-badge.tsx";
import { LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Props = Readonly<{ question: Readonly<{ id: number; state: QuestionState; isPrivate: boolean }>; bank: ReactNode }>;

/** What an editor can do with a question now: change it, give it to another bank, hand it in, take it out of use. */
export function QuestionActions({ question: { id, state, isPrivate }, bank }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  const path = `/desk/questions/${id}`;
  return (
    <div className="flex flex-wrap gap-2 max-sm:*:grow">
      {state !== "retired" && (
        <ConfirmForm
          action={`/api/desk/questions/${id}/retire`}
          fields={{ next: `${path}?done=retired` }}
          trigger={t("retire")}
          triggerLook="quiet"
          title={t("retireTitle")}
          lead={t("retireLead")}
          confirm={t("retire")}
        >
          <TextField label={t("reason")} hint={t("reasonHint")} name="reason" optional maxLength={500} />
        </ConfirmForm>
      )}
      <LinkButton href={`${path}/edit`}>
        <Pencil aria-hidden className="size-4" />
        {t("edit")}
      </LinkButton>
      {bank}
      {state === "draft" && !isPrivate && (
        <form method="post" action={`/api/desk/questions/${id}/submit`} className="grid">
          <input type="hidden" name="next" value={`${path}?done=submitted`} />
          <SubmitButton>
            <Send aria-hidden className="size-4" />
            {t("submit")}
          </SubmitButton>
        </form>
      )}
    </div>
  );
}
