import { Ban, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import type { ProgrammeDeskPage } from "./page.tsx";

/** Publishing, with what it will make said before it is made. */
export function PublishForm({ programme }: { programme: ProgrammeDeskPage }): ReactNode {
  const t = useTranslations("programmeDesk");
  const { slug, reach, draft } = programme;
  const nameOf = (id: number | null) => draft.audiences.find((one) => one.id === id)?.name ?? t("everybodyElse");
  return (
    <ConfirmForm
      action={`/api/desk/programmes/${slug}/publish`}
      fields={{ next: `/desk/programmes/${slug}?done=published` }}
      trigger={
        <>
          <Send aria-hidden className="size-4" />
          {t("publish")}
        </>
      }
      triggerLook="primary"
      title={t("publishTitle")}
      lead={
        <div className="grid gap-2">
          <p>{t("publishLead", { people: reach.people, units: reach.units, tasks: reach.tasks })}</p>
          {draft.audiences.length > 0 && (
            <ul className="list-disc ps-5">
              {reach.groups.map(({ audienceId, people, items }) => (
                <li key={audienceId ?? 0}>{t("publishGroup", { name: nameOf(audienceId), people, items })}</li>
              ))}
            </ul>
          )}
          <p>{t("publishAfter")}</p>
        </div>
      }
      confirm={t("publish")}
    />
  );
}

/** Calling off cannot be undone: the name is typed, and a reason given. */
export function CancelForm({ slug, title, isDraft }: { slug: string; title: string; isDraft: boolean }): ReactNode {
  const t = useTranslations("programmeDesk");
  return (
    <ConfirmForm
      action={`/api/desk/programmes/${slug}/cancel`}
      fields={{ next: `/desk/programmes/${slug}?done=cancelled` }}
      trigger={
        <>
          <Ban aria-hidden className="size-4" />
          {t(isDraft ? "discard" : "cancel")}
        </>
      }
      triggerLook="danger"
      compact
      title={t(isDraft ? "discard" : "cancel")}
      lead={t(isDraft ? "discardLead" : "cancelLead")}
      confirm={t(isDraft ? "discard" : "cancel")}
      nameToType={title}
    >
      <AreaField label={t("reason")} name="reason" required maxLength={500} rows={2} />
    </ConfirmForm>
  );
}
