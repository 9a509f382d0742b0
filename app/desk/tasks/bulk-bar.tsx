import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";

const DEEDS = [
  { name: "remind", action: "/api/desk/reminders", done: "reminded", look: "secondary" },
  { name: "waive", action: "/api/desk/tasks/waive", done: "waived", look: "secondary" },
  { name: "unwaive", action: "/api/desk/tasks/unwaive", done: "unwaived", look: "quiet" },
  { name: "cancel", action: "/api/desk/tasks/cancel", done: "cancelled", look: "danger" },
] as const;

/** What can be done to the ticked tasks. Each button says where the form goes and where it lands, so that no script is needed. */
export function BulkBar({ back, reasonError }: { back: string; reasonError: string | undefined }): ReactNode {
  const t = useTranslations("taskDesk");
  return (
    <fieldset className="no-print sticky bottom-2 z-10 flex flex-wrap items-end gap-3 rounded-md border border-line bg-raised p-4">
      <legend className="px-1 text-muted text-sm">{t("bulk")}</legend>
      <div className="min-w-56 flex-1">
        <TextField label={t("reason")} hint={t("reasonHint")} name="reason" maxLength={500} error={reasonError} />
      </div>
      {DEEDS.map(({ name, action, done, look }) => (
        <button
          key={name}
          type="submit"
          formAction={action}
          name="next"
          value={`${back}done=${done}`}
          className={buttonClass({ look, compact: true })}
        >
          {t(`deeds.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
