import { pinyin } from "pinyin-pro";

/** What a name is sorted and searched by: `zeng shiyan` and `zsy`, lower-case ASCII, ü as v. */
export type PinyinKeys = { full: string; initials: string };

/** Keys of a name, the surname read as a surname: 曾 is zeng, 单 is shan, 尉迟 is yu chi. Letters and digits are kept. */
export function pinyinKeysOf(name: string): PinyinKeys {
  const syllables = pinyin(name.normalize("NFKC").trim(), { surname: "head", toneType: "none", type: "array", v: true, nonZh: "consecutive" })
    .map((syllable) => syllable.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter((syllable) => syllable !== "");
  return { full: syllables.join(" "), initials: syllables.map((syllable) => [...syllable][0] ?? "").join("") };
}
