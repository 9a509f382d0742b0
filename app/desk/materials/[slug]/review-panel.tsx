import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { type ParagraphChange, WordingChanges } from "./wording-changes.tsx";

export type Waiting = Readonly<{
  number: number;
  createdBy: string | null;
  createdAt: Date;
  isOwn: boolean;
  mayReview: boolean;
  against: number | null;
  fields: readonly Readonly<{ name: string; before: string; after: string }>[];
  body: readonly ParagraphChange[];
  bodyEn: readonly ParagraphChange[];
}>;

function Verdict({ slug, number }: { slug: string; number: number }): ReactNode {
  const t = useTranslations("materialDesk");
  const [path, action] = [`/desk/materials/${slug}`, `/api/desk/materials/${slug}/review`];
  return (
    <div className="no-print flex flex-wrap gap-3 max-sm:*:grow">
      <form method="post" action={action} className="grid">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="verdict" value="publish" />
        <input type="hidden" name="next" value={`${path}?done=published`} />
        <SubmitButton>{t("passAndPublish")}</SubmitButton>
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
  );
}

/** A wording that waits: what is new in it, and what a second person can do. Others are told who can. */
export function ReviewPanel({ slug, waiting }: { slug: string; waiting: Waiting }): ReactNode {
  const t = useTranslations("materialDesk");
  const { number, createdBy, createdAt, isOwn, mayReview, against, fields, body, bodyEn } = waiting;
  return (
    <Section title={t("reviewTitle", { number })}>
      <p className="text-muted text-sm">
        {createdBy ?? t("nobody")} · <TimeText at={createdAt} form="dated" />
      </p>
      {mayReview ? (
        <p>{t(against === null ? "reviewNewLead" : "reviewLead", { number: against ?? 0 })}</p>
      ) : (
        <Notice>{t(isOwn ? "waitsOwn" : "waitsReviewer")}</Notice>
      )}
      {against !== null && <WordingChanges fields={fields} body={body} bodyEn={bodyEn} />}
      {mayReview && <Verdict slug={slug} number={number} />}
    </Section>
  );
}
