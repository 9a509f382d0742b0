import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "#ui/badge.tsx";
import { DayText } from "#ui/day-text.tsx";
import { AreaField, TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { Summary } from "#ui/summary.tsx";
import { DayForms } from "./day-forms.tsx";

export type PlanDay = Readonly<{
  id: number;
  title: string;
  day: string;
  startClock: string;
  endClock: string;
  pages: string;
  leader: string | null;
  cancelReason: string;
  state: "planned" | "announced" | "held" | "cancelled";
}>;
type Plan = Readonly<{
  id: number;
  title: string;
  startsOn: string;
  endsOn: string;
  zone: string;
  revision: number;
  meetings: readonly PlanDay[];
  unplaced: readonly string[];
}>;
const TONES = { planned: "plain", announced: "pine", held: "indigo", cancelled: "amber" } as const;

/** One plan: its days in order, and what can be changed of those not announced yet. */
export function PlanPart({ slug, plan, mayLead }: { slug: string; plan: Plan; mayLead: boolean }): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section
      title={plan.title}
      aside={
        <span className="text-muted">
          <DayText day={plan.startsOn} /> – <DayText day={plan.endsOn} />
        </span>
      }
    >
      <ol className="grid gap-3">
        {plan.meetings.map((meeting) => (
          <li key={meeting.id} className="grid gap-2 rounded-md border border-line bg-raised p-4 sm:px-5">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <div className="min-w-0">
                <h3 className="wrap-anywhere font-semibold">
                  <Link href={`/meetings/${meeting.id}`} className="-my-2 inline-flex min-h-11 items-center hover:text-seal">
                    {meeting.title}
                  </Link>
                  {meeting.pages && <span className="ms-2 font-normal text-muted text-sm">{t("pages", { pages: meeting.pages })}</span>}
                </h3>
                <p className="text-muted text-sm">
                  <DayText day={meeting.day} /> {meeting.startClock}–{meeting.endClock}
                  {plan.zone !== "Asia/Shanghai" && ` ${plan.zone}`}
                  {meeting.leader && ` · ${t("leads", { name: meeting.leader })}`}
                </p>
                {meeting.cancelReason && <p className="text-sm">{meeting.cancelReason}</p>}
              </div>
              <Badge tone={TONES[meeting.state]}>{t(`states.${meeting.state}`)}</Badge>
            </div>
            {mayLead && meeting.state === "planned" && <DayForms slug={slug} plan={plan} meeting={meeting} />}
          </li>
        ))}
      </ol>
      {plan.unplaced.length > 0 && (
        <p className="text-muted">{t("unplaced", { count: plan.unplaced.length, titles: plan.unplaced.join(t("comma")) })}</p>
      )}
      {mayLead && (
        <details>
          <Summary>{t("extend")}</Summary>
          <form method="post" action={`/api/groups/${slug}/plans/${plan.id}/extend`} className="mt-2 grid gap-4">
            <input type="hidden" name="next" value={`/groups/${slug}/plans?done=extended`} />
            <input type="hidden" name="revision" value={plan.revision} />
            <TextField label={t("newEndsOn")} name="endsOn" type="date" required defaultValue={plan.endsOn} min={plan.endsOn} />
            <AreaField label={t("moreSections")} hint={t("sectionsHint")} name="sections" rows={3} optional />
            <SubmitButton look="secondary" className="justify-self-start">
              {t("extendNow")}
            </SubmitButton>
          </form>
        </details>
      )}
    </Section>
  );
}
