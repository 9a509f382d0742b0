import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Branch = Readonly<{ id: number; parentId: number | null; name: string; members: number; closedAt: Date | null }>;

/** Closes an empty branch or reopens it; while it cannot be closed, says why with the numbers. */
export async function ClosingPart({ branch, openBelow }: { branch: Branch; openBelow: number }): Promise<ReactNode> {
  const t = await getTranslations("branchesDesk");
  const { id, parentId, name, members, closedAt } = branch;
  if (closedAt !== null)
    return (
      <form method="post" action={`/api/desk/branches/${id}/reopen`} className="grid justify-items-start gap-3">
        <p>
          {t("closedSince")} <TimeText at={closedAt} />
        </p>
        <input type="hidden" name="next" value={`/desk/branches/${id}?done=reopened`} />
        <SubmitButton look="secondary">{t("reopen")}</SubmitButton>
      </form>
    );
  if (parentId === null) return <p className="text-muted">{t("closeRoot")}</p>;
  if (members > 0 || openBelow > 0) return <p className="text-muted">{t("closeFirst", { people: members, children: openBelow })}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted">{t("closeShort")}</p>
      <ConfirmForm
        action={`/api/desk/branches/${id}/close`}
        fields={{ next: `/desk/branches/${id}?done=closed` }}
        trigger={t("close")}
        triggerLook="danger"
        title={t("closeTitle", { name })}
        lead={t("closeLead")}
        confirm={t("close")}
      >
        <TextField label={t("reason")} hint={t("reasonHint")} name="reason" required maxLength={500} />
      </ConfirmForm>
    </div>
  );
}
