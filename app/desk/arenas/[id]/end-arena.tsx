import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";
import { Section } from "#ui/page.tsx";

/** Ends an arena before its time, or calls it off: two deeds that cannot be taken back, each asked for with a reason. */
export function EndArena({ arenaId, phase }: { arenaId: number; phase: "coming" | "running" }): ReactNode {
  const t = useTranslations("arenaDesk");
  const ways = phase === "running" ? (["close", "cancel"] as const) : (["cancel"] as const);
  return (
    <Section title={t("endTitle")}>
      <div className="flex flex-wrap gap-3">
        {ways.map((how) => (
          <ConfirmForm
            key={how}
            action={`/api/desk/arenas/${arenaId}/end`}
            fields={{ how, next: `/desk/arenas/${arenaId}?done=ended` }}
            trigger={t(`end.${how}`)}
            triggerLook={how === "cancel" ? "danger" : "secondary"}
            title={t(`end.${how}`)}
            lead={t(`endLead.${how}`)}
            confirm={t(`end.${how}`)}
          >
            <TextField label={t("reason")} hint={t("reasonHint")} name="reason" required maxLength={300} />
          </ConfirmForm>
        ))}
      </div>
    </Section>
  );
}
