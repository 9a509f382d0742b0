import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Person = Readonly<{ id: number; name: string; disabledAt: Date | null; mayReset: boolean }>;

/** Disables an account with a reason, or takes it back into use. */
export async function StandingPart({ person: { id, name, disabledAt, mayReset } }: { person: Person }): Promise<ReactNode> {
  const t = await getTranslations("peopleDesk");
  if (!mayReset) return <p className="text-muted">{t("mayNotReset")}</p>;
  if (disabledAt !== null)
    return (
      <form method="post" action={`/api/desk/people/${id}`} className="grid justify-items-start gap-3">
        <p>
          {t("disabledSinceAt")} <TimeText at={disabledAt} />
        </p>
        <p className="text-muted">{t("enableShort")}</p>
        <input type="hidden" name="disabled" value="false" />
        <input type="hidden" name="next" value={`/desk/people/${id}?done=enabled`} />
        <SubmitButton look="secondary">{t("enable")}</SubmitButton>
      </form>
    );
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">{t("disableShort")}</p>
      <ConfirmForm
        action={`/api/desk/people/${id}`}
        fields={{ disabled: "true", next: `/desk/people/${id}?done=disabled` }}
        trigger={t("disable")}
        triggerLook="danger"
        title={t("disableTitle", { name })}
        lead={t("disableLead")}
        confirm={t("disable")}
      >
        <TextField label={t("reason")} hint={t("reasonHint")} name="reason" required maxLength={500} />
      </ConfirmForm>
    </div>
  );
}
