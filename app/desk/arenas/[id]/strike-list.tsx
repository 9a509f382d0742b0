import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { TimeText } from "#ui/time-text.tsx";
import type { ArenaDesk } from "./page.tsx";

/** What was struck out of an arena, by whom and why; and, where it was lifted, by whom and why. */
export function StrikeList({ arenaId, strikes }: { arenaId: number; strikes: ArenaDesk["strikes"] }): ReactNode {
  const t = useTranslations("arenaDesk");
  return (
    <ul className="grid gap-2">
      {strikes.map(({ id, matchId, person, reason, struckBy, struckAt, liftedBy, liftedAt, liftReason }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-raised px-4 py-3">
          <span className="grid gap-0.5">
            <span className="font-medium">
              {matchId === null ? t("struckPerson", { name: person ?? "" }) : t("struckDuel", { id: matchId })}
            </span>
            <span className="text-muted text-sm">
              {t("struckWhy", { name: struckBy, reason })} · <TimeText at={struckAt} form="dated" />
            </span>
            {liftedAt && (
              <span className="text-muted text-sm">
                {t("liftedWhy", { name: liftedBy ?? "", reason: liftReason })} · <TimeText at={liftedAt} form="dated" />
              </span>
            )}
          </span>
          {!liftedAt && (
            <ConfirmForm
              action={`/api/desk/arenas/${arenaId}/strikes/${id}/lift`}
              fields={{ next: `/desk/arenas/${arenaId}?done=lifted` }}
              trigger={t("lift")}
              compact
              title={t("lift")}
              lead={t("liftLead")}
              confirm={t("lift")}
            >
              <TextField label={t("reason")} name="reason" required maxLength={300} />
            </ConfirmForm>
          )}
        </li>
      ))}
    </ul>
  );
}
