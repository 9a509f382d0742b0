import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SendForm } from "#app/desk/send-form.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Props = Readonly<{ slug: string; entryId: number; flagId: number | null; name: string }>;

/** Proposes a warning, points off, or disqualification of one person; another organizer approves it. */
export function SanctionForm({ slug, entryId, flagId, name }: Props): ReactNode {
  const t = useTranslations("integrity");
  return (
    <SendForm
      action={`/api/desk/contests/${slug}/sanctions`}
      next={`/desk/contests/${slug}/integrity?done=proposed`}
      submit={t("send")}
      className="grid gap-4"
    >
      {name && <p className="font-medium">{name}</p>}
      <p className="text-muted">{t("proposeLead")}</p>
      <input type="hidden" name="entryId" value={entryId} />
      {flagId !== null && <input type="hidden" name="flagId" value={flagId} />}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField label={t("kind")} name="kind" defaultValue="warning">
          {(["warning", "points", "disqualified"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`sanctionKinds.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField label={t("points")} hint={t("pointsHint")} name="points" type="number" inputMode="decimal" min={0} step="any" optional />
      </div>
      <TextField label={t("reason")} hint={t("reasonHint")} name="reason" required maxLength={300} />
    </SendForm>
  );
}
