"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ReadingText } from "#app/desk/materials/reading-text.tsx";
import type { Block } from "#server/materials/hast-schema.ts";
import { Button } from "#ui/button.tsx";

type Props = Readonly<{ title: string; titleEn: string; blocks: readonly Block[]; blocksEn: readonly Block[] }>;

/** The page as members will read it, in either language the text has. */
export function ReadingPreview({ title, titleEn, blocks, blocksEn }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const [isEnglish, setEnglish] = useState(false);
  const english = isEnglish && blocksEn.length > 0;
  return (
    <section
      aria-labelledby="reading-preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from a keyboard
      tabIndex={0}
      className="grid min-w-0 content-start gap-4 rounded-md border border-line bg-paper p-5 sm:p-6 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto"
    >
      <div className="flex items-center justify-between gap-4">
        <h2 id="reading-preview" className="text-muted text-sm">
          {t("asMembers")}
        </h2>
        {blocksEn.length > 0 && (
          <Button compact look="quiet" onClick={() => setEnglish(!english)}>
            {t(english ? "inChinese" : "inEnglish")}
          </Button>
        )}
      </div>
      <p lang={english ? "en" : "zh-CN"} className="font-bold font-display text-2xl leading-tight">
        {english && titleEn ? titleEn : title}
      </p>
      <ReadingText blocks={english ? blocksEn : blocks} lang={english ? "en" : "zh-CN"} />
    </section>
  );
}
