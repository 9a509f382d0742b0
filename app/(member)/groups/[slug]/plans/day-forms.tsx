import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Summary } from "#ui/summary.tsx";
import type { PlanDay } from "./plan-part.tsx";

type Props = { slug: string; plan: Readonly<{ id: number; revision: number; startsOn: string; endsOn: string }>; meeting: PlanDay };

/** Moves one day of a plan, or leaves it out. */
export function DayForms({ slug, plan, meeting }: Props): ReactNode {
  const t = useTranslations("groups");
  const at = `/api/groups/${slug}/plans/${plan.id}`;
  const known = (done: string) => (
    <>
      <input type="hidden" name="next" value={`/groups/${slug}/plans?done=${done}`} />
      <input type="hidden" name="revision" value={plan.revision} />
      <input type="hidden" name="meetingId" value={meeting.id} />
    </>
  );
  return (
    <details>
      <Summary className="inline-flex font-medium text-sm">{t("changeDay")}</Summary>
      <div className="mt-2 grid gap-6">
        <form method="post" action={`${at}/move`} className="grid gap-4">
          {known("moved")}
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField label={t("day")} name="day" type="date" required defaultValue={meeting.day} min={plan.startsOn} max={plan.endsOn} />
            <TextField label={t("startClock")} name="startClock" type="time" required defaultValue={meeting.startClock} />
            <TextField label={t("endClock")} name="endClock" type="time" required defaultValue={meeting.endClock} />
          </div>
          <SubmitButton look="secondary" className="justify-self-start">
            {t("moveDay")}
          </SubmitButton>
        </form>
        <form method="post" action={`${at}/skip`} className="grid gap-4 border-line border-t pt-4">
          {known("skipped")}
          <TextField label={t("skipReason")} name="reason" maxLength={500} optional />
          <div>
            <SubmitButton look="danger">{t("skipDay")}</SubmitButton>
            <p className="mt-2 text-muted text-sm">{t("skipHint")}</p>
          </div>
        </form>
      </div>
    </details>
  );
}
