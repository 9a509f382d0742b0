import type { TextBlock } from "#domain/annotations/selectors.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";

export type Wording = Readonly<{ id: number; body: string; bodyEn: string }>;
export type Lang = "zh-CN" | "en";

/** The blocks of a wording as annotations know them: names and words. Without an English variant its readers get the Chinese text. */
export function textBlocksOf(version: Wording, lang: Lang): TextBlock[] {
  const isEnglish = lang === "en" && version.bodyEn !== "";
  return blocksOf(version, isEnglish).map(({ id, text }) => ({ id, text }));
}
