import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tick } from "#ui/tick.tsx";

const MODES = ["on_site", "online"] as const;
type Mode = (typeof MODES)[number];

/** On site or online. */
export function ModeChoice({ mode, onChoose }: { mode: Mode; onChoose: (mode: Mode) => void }): ReactNode {
  const t = useTranslations("room.checkIn");
  return (
    <fieldset className="flex flex-wrap gap-3">
      <legend className="sr-only">{t("mode")}</legend>
      {MODES.map((one) => (
        <label key={one} className="inline-flex min-h-11 items-center gap-2">
          <Tick type="radio" name="mode" className="size-5 accent-seal" checked={mode === one} onChange={() => onChoose(one)} />
          {t(one)}
        </label>
      ))}
    </fieldset>
  );
}
