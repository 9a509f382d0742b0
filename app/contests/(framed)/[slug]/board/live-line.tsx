"use client";
import { CloudOff, Radio, Snowflake } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Whether the board is live or stands still, and of when the rows are. */
export function LiveLine({ isLive, isFrozen, asOf }: { isLive: boolean; isFrozen: boolean; asOf: string }): ReactNode {
  const t = useTranslations("boards");
  const at = useFormatter().dateTime(new Date(asOf), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const Icon = isFrozen ? Snowflake : isLive ? Radio : CloudOff;
  return (
    <p className="flex items-center gap-1.5 text-muted text-sm">
      <Icon aria-hidden className={isLive && !isFrozen ? "size-4 text-pine" : "size-4"} />
      <span className="tabular">{t(isFrozen ? "freeze.line" : isLive ? "live" : "asOf", { at })}</span>
    </p>
  );
}
