"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { JsonOf } from "#app/contests/json-of.ts";
import type { readOldWording } from "#server/annotations/read-old-wording.ts";
import { Button } from "#ui/button.tsx";

/** For what lost its place: the paragraph it was written on, as it read then. */
export function OldWording({ id, number }: { id: number; number: number }): ReactNode {
  const t = useTranslations("annotations");
  const [old, setOld] = useState<JsonOf<typeof readOldWording> | null>(null);
  const read = async (): Promise<void> => {
    const reply = await fetch(`/api/annotations/${id}/wording`, { headers: { accept: "application/json" } }).catch(() => null);
    if (reply?.ok) setOld((await reply.json()) as JsonOf<typeof readOldWording>);
  };
  return (
    <div className="grid gap-2">
      <p className="text-amber text-sm">{t("orphan", { number })}</p>
      {old ? (
        <p lang="zh-CN" className="rounded-sm bg-sunken p-3 text-sm">
          {old.before}
          <mark className="bg-amber-wash text-ink underline decoration-2 decoration-amber">{old.exact}</mark>
          {old.after}
        </p>
      ) : (
        <Button look="secondary" compact className="justify-self-start" onClick={read}>
          {t("readOld", { number })}
        </Button>
      )}
    </div>
  );
}
