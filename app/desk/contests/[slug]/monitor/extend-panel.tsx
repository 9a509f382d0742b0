"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { type Extended, sendExtension } from "./send-extension.ts";
import { type ExtendBranch, type ExtendTarget, nameOf, TargetFields } from "./target-fields.tsx";

type Props = Readonly<{
  slug: string;
  branches: readonly ExtendBranch[];
  target: ExtendTarget;
  onTarget: (target: ExtendTarget) => void;
  onDone: () => void;
}>;

/** What is typed, and what came of sending it. */
function useExtension({ slug, target, onDone }: Pick<Props, "slug" | "target" | "onDone">) {
  const t = useTranslations("contestDesk.monitor");
  const [minutes, setMinutes] = useState("5");
  const [reason, setReason] = useState("");
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Extended | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const said = await sendExtension(slug, { ...target, minutes: Number(minutes), reason });
    setSending(false);
    setOutcome(said);
    if (!said.done) return;
    setReason("");
    onDone();
  };
  const refusedAt = (path: string): string | undefined =>
    outcome?.done === false && outcome.paths.includes(path) ? t(`problems.${path}`) : undefined;
  return { minutes, setMinutes, reason, setReason, sending, outcome, submit, refusedAt };
}

/** Gives more time, with a reason. It stays as it is over every refresh, and says how many running attempts it moved. */
export function ExtendPanel(props: Props): ReactNode {
  const { branches, target, onTarget } = props;
  const t = useTranslations("contestDesk.monitor");
  const minutesBox = useRef<HTMLInputElement>(null);
  const { minutes, setMinutes, reason, setReason, sending, outcome, submit, refusedAt } = useExtension(props);
  const [open, setOpen] = useState(false);
  // Chosen from a line of the table far below: open, and lead the eye and the keyboard here.
  useEffect(() => {
    if (target.to === "person") setOpen(true);
  }, [target]);
  useEffect(() => {
    if (open && target.to === "person") minutesBox.current?.focus();
  }, [open, target]);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group rounded-md border border-line px-5">
      <summary className="flex min-h-12 items-center justify-between font-medium">
        {t("extendTitle")}
        <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <form noValidate onSubmit={submit} className="grid gap-4 pt-2 pb-4">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TargetFields branches={branches} target={target} onTarget={onTarget} />
          <TextField
            ref={minutesBox}
            type="number"
            inputMode="numeric"
            label={t("minutes")}
            value={minutes}
            error={refusedAt("minutes")}
            onChange={(event) => setMinutes(event.currentTarget.value)}
          />
          <TextField
            label={t("reason")}
            maxLength={500}
            value={reason}
            error={refusedAt("reason")}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <p className="text-muted text-sm">{t("extendHint")}</p>
        <Button type="submit" pending={sending} className="justify-self-start">
          {t(`extendButton.${target.to}`, { minutes, name: nameOf(target, branches) })}
        </Button>
        <div role="status">{outcome?.done && <Notice kind="success">{t("extended", { moved: outcome.moved })}</Notice>}</div>
        {outcome?.done === false && <RefusalNotice code={outcome.code} />}
      </form>
    </details>
  );
}
