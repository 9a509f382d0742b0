import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "#ui/notice.tsx";

type Props = Readonly<{ id: number; title: string; startsAt: Date; place: string; rare: readonly string[] }>;

/** A card to be shown around: title, day, place and a code that leads here. A picture, so that a long press keeps it or sends it on. */
export function SharePart({ id, title, startsAt, place, rare }: Props): ReactNode {
  const [t, format, locale] = [useTranslations("meetings"), useFormatter(), useLocale()];
  const when = format.dateTime(startsAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <div className="grid w-full max-w-sm gap-3">
      {/* biome-ignore lint/performance/noImgElement: the picture is private and must be the very file, so that a long press keeps it */}
      <img
        src={`/api/meetings/${id}/card?${new URLSearchParams({ language: locale === "en" ? "en" : "zh-CN" })}`}
        alt={t("sharePicture", { title, facts: format.list([when, place].filter(Boolean), { type: "unit" }) })}
        width={1080}
        height={1440}
        loading="lazy"
        className="h-auto w-full rounded-md border border-line bg-sunken"
      />
      <p className="no-print text-muted text-sm">{t("shareKeep")}</p>
      {rare.length > 0 && <Notice kind="warning">{t("shareRare", { characters: rare.join(" ") })}</Notice>}
    </div>
  );
}
