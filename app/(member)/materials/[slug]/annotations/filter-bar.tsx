"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Annotation, type Filter, shownBy } from "./annotation.ts";

const FILTERS: readonly Filter[] = ["all", "mine", "questions", "orphans"];
type Props = { filter: Filter; setFilter: (filter: Filter) => void; items: readonly Annotation[] };

/** Which annotations are shown, each with how many there are. */
export function FilterBar({ filter, setFilter, items }: Props): ReactNode {
  const t = useTranslations("annotations");
  return (
    <fieldset className="flex flex-wrap border-line border-b">
      <legend className="sr-only">{t("filters")}</legend>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === filter}
          onClick={() => setFilter(one)}
          className="tabular -mb-px inline-flex min-h-11 grow items-center justify-center gap-1 whitespace-nowrap px-1.5 border-transparent border-b-2 text-muted text-sm aria-pressed:border-seal aria-pressed:font-semibold aria-pressed:text-seal"
        >
          {t(`filter.${one}`)}
          <span className="font-normal">{shownBy(one, items).length}</span>
        </button>
      ))}
    </fieldset>
  );
}
