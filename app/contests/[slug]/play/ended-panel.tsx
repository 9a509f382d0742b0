"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { KeeperState } from "./keeper-state.ts";
import { unsaved } from "./outbox.ts";

/** The attempt has ended elsewhere: by the clock, in another tab, by the organizer. What was not counted is said. */
export function EndedPanel({ saving, resultPath, title }: { saving: KeeperState; resultPath: string; title: string }): ReactNode {
  const t = useTranslations("play.ended");
  const lost = unsaved(saving.box);
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-5 px-4 py-12">
      <p className="text-muted">{title}</p>
      <h1 className="font-bold font-display text-3xl">{t(saving.closed === "late" ? "late" : "title")}</h1>
      <p>{t("body")}</p>
      {lost.length > 0 && <Notice kind="warning">{t("uncounted", { numbers: lost.map((slot) => slot + 1).join("、") })}</Notice>}
      <LinkButton look="primary" href={resultPath}>
        {t("result")}
      </LinkButton>
    </main>
  );
}
