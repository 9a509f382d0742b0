"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeText } from "#ui/time-text.tsx";

type Props = { author: { name: string; branch: string } | null; at: string; edited?: boolean; children?: ReactNode };

/** Who wrote it, from which branch, when. */
export function Byline({ author, at, edited = false, children }: Props): ReactNode {
  const t = useTranslations("annotations");
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
      {author ? (
        <>
          <span lang="zh-CN" className="font-medium text-ink">
            {author.name}
          </span>
          <span lang="zh-CN">{author.branch}</span>
        </>
      ) : (
        <span>{t("deleted")}</span>
      )}
      <TimeText at={new Date(at)} />
      {edited && <span>{t("edited")}</span>}
      {children}
    </p>
  );
}
