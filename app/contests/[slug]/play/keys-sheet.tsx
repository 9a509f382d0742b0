"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sheet } from "#ui/sheet.tsx";

const keys = ["pick", "move", "flag", "handIn", "keys"] as const;

/** The keys of the play screen, called by “?”. */
export function KeysSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const t = useTranslations("play.keys");
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t("title")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt className="font-semibold">{t(`${key}.key`)}</dt>
            <dd>{t(`${key}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
