import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Hit } from "#server/search/search-fields.ts";
import { LinkCard } from "#ui/card.tsx";
import type { Kind } from "./found-for.ts";
import { MarkedText } from "./marked-text.tsx";

const isBlock = (place: string): boolean => /^[ps]\d+$/.test(place);

/** Where a hit leads: to the very paragraph of a text, in the language it was found in. */
function hrefOf(kind: Kind, { ref, place, lang }: Hit, locale: string): string {
  switch (kind) {
    case "material": {
      const language = lang === locale ? "" : `?language=${lang === "en" ? "en" : "zh"}`;
      return `/materials/${ref}${language}${isBlock(place) ? `#${place}` : ""}`;
    }
    case "programme":
    case "item":
      return `/study/${ref}`;
    case "meeting":
      return `/meetings/${ref}`;
    case "question":
      return `/desk/questions/${ref}`;
    case "person":
      return `/desk/people/${ref}`;
  }
}

/** One hit: its title and the words around what was found, both marked, and what it belongs to. */
export function HitCard({ kind, hit }: { kind: Kind; hit: Hit }): ReactNode {
  const t = useTranslations("search");
  const format = useFormatter();
  const locale = useLocale();
  const { title, snippet, place, about, at, lang } = hit;
  const paragraph = /^p(\d+)$/.exec(place)?.[1];
  return (
    <LinkCard
      href={hrefOf(kind, hit, locale)}
      title={
        <span lang={lang} className="[overflow-wrap:anywhere]">
          <MarkedText {...title} />
        </span>
      }
      lead={
        <>
          {snippet.text !== "" && (
            <p lang={lang} className="line-clamp-4 leading-relaxed [overflow-wrap:anywhere] sm:line-clamp-3">
              {place === "tags" && <span className="me-1.5">{t("tags")}</span>}
              <MarkedText {...snippet} />
            </p>
          )}
          <p className="tabular mt-1.5 flex flex-wrap gap-x-3 text-xs">
            {about && <span>{about}</span>}
            {paragraph && <span>{t("paragraph", { number: Number(paragraph) })}</span>}
            {at && <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: "medium" })}</time>}
          </p>
        </>
      }
    />
  );
}
