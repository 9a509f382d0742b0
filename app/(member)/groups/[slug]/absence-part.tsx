import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "#ui/day-text.tsx";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

type Absence = Readonly<{ id: number; name: string; fromDay: string; toDay: string; isOwn: boolean }>;
type Props = { slug: string; absences: readonly Absence[]; mayAdd: boolean; refusedAt: (name: string) => string | undefined };

/** Days on which one cannot lead. No reason is asked. */
export function AbsencePart({ slug, absences, mayAdd, refusedAt }: Props): ReactNode {
  const t = useTranslations("groups");
  return (
    <Section title={t("absences")}>
      {absences.length > 0 && (
        <ul className="grid gap-2">
          {absences.map(({ id, name, fromDay, toDay, isOwn }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                {!isOwn && `${name} · `}
                <DayText day={fromDay} />
                {toDay !== fromDay && (
                  <>
                    {" – "}
                    <DayText day={toDay} />
                  </>
                )}
              </span>
              {isOwn && (
                <form method="post" action={`/api/groups/${slug}/absences/${id}/remove`}>
                  <input type="hidden" name="next" value={`/groups/${slug}?done=back`} />
                  <SubmitButton look="quiet" compact>
                    {t("canAgain")}
                  </SubmitButton>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <form method="post" action={`/api/groups/${slug}/absences`} className="grid gap-4">
          <input type="hidden" name="next" value={`/groups/${slug}?done=away`} />
          <p className="text-muted">{t("absencesHint")}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label={t("fromDay")} name="fromDay" type="date" required error={refusedAt("fromDay")} />
            <TextField label={t("toDay")} name="toDay" type="date" optional error={refusedAt("toDay")} />
          </div>
          <SubmitButton look="secondary" className="justify-self-start">
            {t("addAbsence")}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}
