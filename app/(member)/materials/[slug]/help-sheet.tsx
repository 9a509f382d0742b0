"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sheet } from "#ui/sheet.tsx";

const keys = ["step", "find", "contents", "help"] as const;

/** The keys of the reader's page, called by “?”, and the switch that turns them off. */
export function HelpSheet({
  isOpen,
  isOn,
  onSwitch,
  onClose,
}: {
  isOpen: boolean;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}): ReactNode {
  const t = useTranslations("reader.keys");
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
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
          className="size-5 accent-seal"
        />
        {t("on")}
      </label>
    </Sheet>
  );
}
