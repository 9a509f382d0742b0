import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BackField } from "./back-field.tsx";
import { type Look, sizes, themes } from "./look.ts";

const locales = ["zh-CN", "en"] as const;

/** Theme, text size and language, each remembered in a cookie by POST /api/preferences. Plain forms: no JavaScript needed. */
export function PrefsSwitch({ look }: { look: Look }): ReactNode {
  const t = useTranslations("prefs");
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      <PrefsRow
        name="size"
        legend={t("size")}
        options={sizes.map((value) => ({ value, label: t(`sizes.${value}`) }))}
        current={look.size}
      />
      <PrefsRow
        name="theme"
        legend={t("theme")}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        current={look.theme}
      />
      <PrefsRow
        name="locale"
        legend={t("locale")}
        options={locales.map((value) => ({ value, label: t(`locales.${value}`), lang: value }))}
        current={locale}
      />
    </div>
  );
}

type Option = { value: string; label: string; lang?: string };

/** One preference as a row of buttons in a plain form; `name` is a field of POST /api/preferences. */
export function PrefsRow({
  name,
  legend,
  options,
  current,
}: {
  name: string;
  legend: string;
  options: readonly Option[];
  current: string;
}): ReactNode {
  return (
    <form method="post" action="/api/preferences">
      <BackField />
      <fieldset>
        <legend className="mb-1.5 text-muted text-sm">{legend}</legend>
        <div className="grid auto-cols-fr grid-flow-col overflow-hidden rounded-md border border-edge bg-raised">
          {options.map(({ value, label, lang }) => (
            <button
              key={value}
              type="submit"
              name={name}
              value={value}
              lang={lang}
              aria-pressed={value === current}
              className="inline-flex min-h-11 items-center justify-center gap-1 border-line px-2 text-sm leading-tight hover:bg-sunken not-first:border-s aria-pressed:bg-seal-wash aria-pressed:font-semibold aria-pressed:text-seal focus-visible:-outline-offset-2"
            >
              {value === current && <Check aria-hidden className="size-3.5 flex-none" />}
              {label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
