import { ALargeSmall } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "#ui/button.tsx";
import { type Look, sizes } from "#ui/look.ts";
import { PrefsRow } from "#ui/prefs-switch.tsx";
import { PrintButton } from "./print-button.tsx";
import { ReadAloud } from "./read-aloud.tsx";

/** What helps reading: size and face of the letters, the device's voice, paper. */
export function ReaderTools({ look, serif }: { look: Look; serif: boolean }): ReactNode {
  const [t, prefs] = [useTranslations("reader"), useTranslations("prefs")];
  return (
    <div className="no-print relative -ms-3 flex flex-wrap items-center gap-1">
      <details>
        <summary className={buttonClass({ look: "quiet", compact: true })}>
          <ALargeSmall aria-hidden className="size-5" />
          {t("letters")}
        </summary>
        <div className="absolute start-3 top-full z-20 mt-1 grid w-72 gap-4 rounded-md border border-edge bg-raised p-4">
          <PrefsRow
            name="size"
            legend={prefs("size")}
            options={sizes.map((value) => ({ value, label: prefs(`sizes.${value}`) }))}
            current={look.size}
          />
          <PrefsRow
            name="face"
            legend={t("face")}
            options={[
              { value: "sans", label: t("sans") },
              { value: "serif", label: t("serif") },
            ]}
            current={serif ? "serif" : "sans"}
          />
        </div>
      </details>
      <ReadAloud start={t("readAloud")} stop={t("stopReading")} />
      <PrintButton label={t("print")} />
    </div>
  );
}
