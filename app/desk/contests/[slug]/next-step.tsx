import { Activity, Megaphone, Send, Trophy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { ConfirmForm } from "#ui/confirm-form.tsx";
import { TextField } from "#ui/field.tsx";

const RUNNING = ["announced", "lobby", "open", "closing"];

/** The one thing to do next with a contest: publish it, watch it, publish its results, look at its board. */
export function NextStep({ slug, phase, isFrozen }: { slug: string; phase: string; isFrozen: boolean }): ReactNode {
  const t = useTranslations("contestDesk");
  const path = `/desk/contests/${slug}`;
  // A frozen board is released first: results are not published over its head (D6).
  if (phase === "draft" || (phase === "closed" && !isFrozen)) {
    const step = phase === "draft" ? "publish" : "results";
    const Icon = phase === "draft" ? Send : Megaphone;
    return (
      <ConfirmForm
        action={`/api${path}/${step}`}
        fields={{ next: `${path}?done=${phase === "draft" ? "published" : "results"}` }}
        trigger={
          <>
            <Icon aria-hidden className="size-4" />
            {t(`${step}.button`)}
          </>
        }
        triggerLook="primary"
        title={t(`${step}.title`)}
        lead={t(`${step}.lead`)}
        confirm={t(`${step}.button`)}
      >
        {step === "results" && (
          <TextField
            label={t("results.appealHours")}
            hint={t("results.appealHint")}
            name="appealHours"
            type="number"
            min={0}
            max={336}
            defaultValue={24}
            required
          />
        )}
      </ConfirmForm>
    );
  }
  if (RUNNING.includes(phase)) {
    return (
      <LinkButton href={`${path}/monitor`} look="primary">
        <Activity aria-hidden className="size-4" />
        {t("monitor.title")}
      </LinkButton>
    );
  }
  if (phase !== "published" && !isFrozen) return null;
  return (
    <LinkButton href={`/contests/${slug}/board`} look="primary">
      <Trophy aria-hidden className="size-4" />
      {t("board")}
    </LinkButton>
  );
}
