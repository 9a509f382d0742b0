"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";
import type { SaveState } from "./use-autosave.ts";

/** Whether the words are safe, and since when. */
export function SaveLine({ state, say }: { state: SaveState; say: (code: string) => string }): ReactNode {
  const t = useTranslations("reflections");
  if (state.kind === "typing") return <span>{t("saving")}</span>;
  if (state.kind === "conflict") return <span className="text-amber">{t("held")}</span>;
  if (state.kind === "offline") return <span className="text-amber">{t("offline")}</span>;
  if (state.kind === "refused") return <span className="text-seal">{say(state.code)}</span>;
  return (
    <span role="status">
      {state.at && (
        <>
          {t("saved")} <TimeText at={state.at} form="second" />
        </>
      )}
    </span>
  );
}
