"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { post } from "#app/(member)/post.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

/** The address of one's own calendar: drawn on wish, shown once, ended on wish. */
export function Subscribe(): ReactNode {
  const t = useTranslations("meetings.feed");
  const [address, setAddress] = useState<string | null>(null);
  const [said, setSaid] = useState<"failed" | "ended" | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function draw(): Promise<void> {
    setBusy(true);
    const reply = await post<{ path: string }>("/api/me/calendar");
    setBusy(false);
    setSaid(reply.ok ? null : "failed");
    setAddress(reply.ok ? `${window.location.origin}${reply.value.path}` : null);
  }

  async function end(): Promise<void> {
    setBusy(true);
    const reply = await post("/api/me/calendar/remove");
    setBusy(false);
    setAddress(null);
    setSaid(reply.ok ? "ended" : "failed");
  }

  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("hint")}</p>
      <div className="flex flex-wrap gap-3">
        <Button pending={isBusy} onClick={draw}>
          {t("draw")}
        </Button>
        <Button look="quiet" pending={isBusy} onClick={end}>
          {t("end")}
        </Button>
      </div>
      {address && (
        <Notice kind="success" title={t("drawn")}>
          <span className="wrap-anywhere select-all font-mono text-sm">{address}</span>
        </Notice>
      )}
      {said && <Notice kind={said === "ended" ? "success" : "error"}>{t(said)}</Notice>}
    </div>
  );
}
