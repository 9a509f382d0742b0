"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";
import type { TryState } from "./use-try.ts";

const REFUSED = ["taken-over", "paused", "attempt-over", "no-answer", "signed-out", "no-tries-left", "already-right"] as const;

/** What became of the try: right, wrong, too late, on its way, or why it was not taken. Nothing of the right answer. */
export function Verdict({ state }: { state: TryState }): ReactNode {
  const t = useTranslations("play.judged");
  return (
    <div role="status" aria-live="polite">
      {state.kind === "sending" && state.isUnreached && <Notice kind="warning">{t("unreached")}</Notice>}
      {state.kind === "refused" && <Notice kind="warning">{t(`refused.${REFUSED.find((code) => code === state.code) ?? "other"}`)}</Notice>}
      {state.kind === "told" && (
        <Notice kind={state.reply.isRight ? "success" : "error"}>
          {t(state.reply.isRight ? "right" : state.reply.isLate ? "late" : "wrong")}
        </Notice>
      )}
    </div>
  );
}
