"use client";
import { BellRing } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { postJson } from "#app/desk/post-json.ts";
import { Button } from "#ui/button.tsx";

type Said = Readonly<{ reminded: number; alreadyToday: number; deferredUntil: string | null }>;

/** Reminds everybody who still owes what the page shows, and says how many that were. */
export function RemindButton({ filter }: { filter: Readonly<Record<string, string>> }): ReactNode {
  const t = useTranslations("remind");
  const format = useFormatter();
  const [said, setSaid] = useState<Said | "refused" | null>(null);
  const [isSending, setSending] = useState(false);

  async function send(): Promise<void> {
    if (isSending) return;
    setSending(true);
    const posted = await postJson<Said>("/api/desk/reminders", filter);
    setSending(false);
    setSaid(posted.ok ? posted.value : "refused");
  }

  const sentence = (): string => {
    if (said === null) return "";
    if (said === "refused") return t("refused");
    const { reminded, alreadyToday, deferredUntil } = said;
    if (reminded + alreadyToday === 0) return t("nobody");
    const later =
      deferredUntil && format.dateTime(new Date(deferredUntil), { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
    return later ? t("later", { reminded, alreadyToday, at: later }) : t("done", { reminded, alreadyToday });
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button pending={isSending} onClick={send}>
        <BellRing aria-hidden className="size-4" />
        {t("send")}
      </Button>
      <p role="status" className="text-muted text-sm">
        {sentence()}
      </p>
    </div>
  );
}
