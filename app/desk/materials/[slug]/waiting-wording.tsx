import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReviewPanel } from "#app/desk/reviews/review-panel.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { type ParagraphChange, WordingChanges } from "./wording-changes.tsx";

type Waiting = Readonly<{
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

/** A wording before its reviewers: who wrote it, and what is new in it. */
export function WaitingWording({ slug, waiting }: { slug: string; waiting: Waiting }): ReactNode {
  const t = useTranslations("materialDesk");
  const { number, createdBy, createdAt, isOwn, mayReview, against, fields, body, bodyEn } = waiting;
  return (
    <ReviewPanel
      address={`/desk/materials/${slug}`}
      number={number}
      lead={t(against === null ? "reviewNewLead" : "reviewLead", { number: against ?? 0 })}
      waits={mayReview ? null : t(isOwn ? "waitsOwn" : "waitsReviewer")}
    >
      <p className="text-muted text-sm">
        {createdBy ?? t("nobody")} · <TimeText at={createdAt} form="dated" />
      </p>
      {against !== null && <WordingChanges fields={fields} body={body} bodyEn={bodyEn} />}
    </ReviewPanel>
  );
}
