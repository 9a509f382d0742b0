"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Words } from "./use-autosave.ts";

/** The draft was saved elsewhere meanwhile: both are here, and the writer says which goes on. */
export function Conflict({ theirs, settle }: { theirs: Words; settle: (chosen: "mine" | "theirs") => void }): ReactNode {
  const t = useTranslations("reflections");
  return (
    <Notice kind="warning" title={t("conflict")}>
      <div className="grid gap-3">
        <details>
          <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t("readTheirs")}</summary>
          <p lang="zh-CN" className="font-semibold">
            {theirs.title}
          </p>
          <p lang="zh-CN" className="max-h-72 overflow-y-auto whitespace-pre-wrap">
            {theirs.body}
          </p>
        </details>
        <div className="flex flex-wrap gap-3">
          <Button compact onClick={() => settle("mine")}>
            {t("goOnMine")}
          </Button>
          <Button compact onClick={() => settle("theirs")}>
            {t("takeTheirs")}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
