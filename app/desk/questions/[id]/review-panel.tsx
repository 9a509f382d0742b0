import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Props = Readonly<{ id: number; number: number; mayReview: boolean; isOwn: boolean }>;

/** What happens to a version that waits: a second person publishes or returns it. Others are told who can. */
export function ReviewPanel({ id, number, mayReview, isOwn }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  const path = `/desk/questions/${id}`;
  const action = `/api/desk/questions/${id}/review`;
  if (!mayReview) return <Notice title={t("waits")}>{t(isOwn ? "waitsOwn" : "waitsReviewer")}</Notice>;
  return (
    <section aria-labelledby="review" className="no-print grid gap-3 rounded-md border border-amber bg-amber-wash p-4 sm:p-5">
      <h2 id="review" className="font-display font-semibold text-lg">
        {t("reviewTitle", { number })}
      </h2>
      <p>{t("reviewLead")}</p>
      <div className="flex flex-wrap gap-3 max-sm:*:grow">
        <form method="post" action={action} className="grid">
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="verdict" value="publish" />
          <input type="hidden" name="next" value={`${path}?done=published`} />
          <SubmitButton>{t("publish")}</SubmitButton>
        </form>
        <ConfirmForm
          action={action}
          fields={{ number: String(number), verdict: "return", next: `${path}?done=returned` }}
          trigger={t("return")}
          title={t("returnTitle")}
          lead={t("returnLead")}
          confirm={t("return")}
        >
          <AreaField label={t("note")} name="note" required maxLength={1_000} rows={3} />
        </ConfirmForm>
      </div>
    </section>
  );
}
