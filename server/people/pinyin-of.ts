import { pinyin } from "pinyin-pro";

/** How a name sounds: syllables with a space between them, so that sorting goes syllable by syllable, and their first letters. */
export type NamePinyin = Readonly<{ full: string; initials: string }>;

/** Pinyin of a person's or a branch's name without tones, ü as v; a surname is read as one (单 shan, 仇 qiu, 欧阳 ou yang). Other scripts stay, in lower case. */
export function pinyinOf(name: string, kind: "person" | "branch" = "person"): NamePinyin {
  const syllables = pinyin(name.normalize("NFKC"), {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "consecutive",
    surname: kind === "person" ? "head" : "off",
  })
    .flatMap((syllable) => syllable.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((syllable) => syllable !== "");
  return { full: syllables.join(" "), initials: syllables.map((syllable) => [...syllable][0] ?? "").join("") };
}
