import { Check, Play, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { ShownRuling } from "./ruling-story.tsx";

/** What can be done with a ruling now, and why the rest has to wait. */
export function RulingSteps({ ruling }: { ruling: ShownRuling }): ReactNode {
  const t = useTranslations("rulings");
  const { id, state, may, problem } = ruling;
  const path = `/desk/rulings/${id}`;
  const form = (deed: "decide" | "apply" | "take-back", fields: Record<string, string> = {}) => ({
    action: `/api${path}/${deed}`,
    fields: { ...fields, next: path },
  });
  if (state === "proposed" && !may.decide) return <Notice>{t("waitsForAnother")}</Notice>;
  return (
    <div className="no-print flex flex-wrap gap-3">
      {may.decide && (
        <>
          <ConfirmForm
            {...form("decide", { verdict: "approve" })}
            trigger={
              <>
                <Check aria-hidden className="size-4" />
                {t("approve")}
              </>
            }
            triggerLook="primary"
            title={t("approve")}
            lead={t("approveLead")}
            confirm={t("approve")}
          />
          <ConfirmForm
            {...form("decide", { verdict: "reject" })}
            trigger={
              <>
                <X aria-hidden className="size-4" />
                {t("reject")}
              </>
            }
            title={t("reject")}
            lead={t("rejectLead")}
            confirm={t("reject")}
          >
            <AreaField label={t("note")} name="note" maxLength={300} rows={2} />
          </ConfirmForm>
        </>
      )}
      {may.apply && problem === null && (
        <ConfirmForm
          {...form("apply")}
          trigger={
            <>
              <Play aria-hidden className="size-4" />
              {t("apply")}
            </>
          }
          triggerLook="primary"
          title={t("apply")}
          lead={t("applyLead")}
          confirm={t("apply")}
        />
      )}
      {may.takeBack && (
        <ConfirmForm
          {...form("take-back")}
          trigger={
            <>
              <Undo2 aria-hidden className="size-4" />
              {t("takeBack")}
            </>
          }
          title={t("takeBack")}
          lead={t("takeBackLead")}
          confirm={t("takeBack")}
        >
          <AreaField label={t("reason")} name="reason" required maxLength={300} rows={2} />
        </ConfirmForm>
      )}
    </div>
  );
}
