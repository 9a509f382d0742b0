import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OfficeName } from "#domain/people/offices.ts";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Held = Readonly<{ id: number; office: OfficeName; branch: Readonly<{ name: string }>; grantedAt: Date; endedAt: Date | null }>;
type Props = { personId: number; offices: readonly Held[]; mayEnd: ReadonlySet<number> };

/** The offices held now, each with the way to end it, and those of the past. */
export async function HeldOffices({ personId, offices, mayEnd }: Props): Promise<ReactNode> {
  const [t, tMe] = await Promise.all([getTranslations("peopleDesk"), getTranslations("me")]);
  const [held, past] = [offices.filter(({ endedAt }) => endedAt === null), offices.filter(({ endedAt }) => endedAt !== null)];
  return (
    <div className="grid gap-4">
      {held.length === 0 && <p className="text-muted">{t("noOffices")}</p>}
      <ul className="grid">
        {held.map(({ id, office, branch, grantedAt }) => {
          const names = { office: tMe(`officeNames.${office}`), branch: branch.name };
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-3 first:pt-0 last:border-0"
            >
              <div>
                <p className="font-medium">{t("officeOver", names)}</p>
                <p className="text-muted text-sm">
                  {t("grantedAt")} <TimeText at={grantedAt} form="day" />
                </p>
              </div>
              {mayEnd.has(id) && (
                <ConfirmForm
                  action={`/api/desk/offices/${id}/end`}
                  fields={{ next: `/desk/people/${personId}?done=ended` }}
                  trigger={t("end")}
                  compact
                  title={t("endTitle", names)}
                  lead={t("endLead")}
                  confirm={t("end")}
                >
                  <TextField label={t("reason")} hint={t("reasonHint")} name="reason" required maxLength={500} />
                </ConfirmForm>
              )}
            </li>
          );
        })}
      </ul>
      {past.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted">{t("pastOffices")}</summary>
          <ul className="grid gap-2">
            {past.map(({ id, office, branch, grantedAt, endedAt }) => (
              <li key={id} className="text-muted">
                {t("officeOver", { office: tMe(`officeNames.${office}`), branch: branch.name })} · <TimeText at={grantedAt} form="day" /> –{" "}
                {endedAt && <TimeText at={endedAt} form="day" />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
