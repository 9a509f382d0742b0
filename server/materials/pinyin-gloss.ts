import { pinyin } from "pinyin-pro";

const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɡ";

/** One pinyin syllable as converters write it after a character: `wǎng`, `men`. */
export const SYLLABLE = `[a-zü${TONED}]{1,6}`;

const GLOSS = new RegExp(`([\\s\\S])[(（](${SYLLABLE})[)）]`, "gu");
const HAS_TONE = new RegExp(`[${TONED}]`, "u");

/** The syllable without its tone mark: `wǎng` → `wang`. */
export function tonelessOf(syllable: string): string {
  return syllable
    .replaceAll("ɡ", "g")
    .normalize("NFD")
    .replaceAll(/[\u0300\u0301\u0304\u030c\u0302]/gu, "")
    .normalize("NFC");
}

/** Every reading of one character, tones aside. */
export function readingsOf(char: string): ReadonlySet<string> {
  return new Set(pinyin(char, { multiple: true, toneType: "none", type: "array" }));
}

/**
 * Takes out the pinyin some converters leave after characters, 網(wǎng)站 → 網站. A syllable with a tone mark is pinyin for
 * certain; one without goes only when the character before it is read so: 我們(men) but not 维生素(a).
 */
export function stripGlosses(text: string): { text: string; removed: string[] } {
  const removed: string[] = [];
  const stripped = text.replaceAll(GLOSS, (whole: string, before: string, syllable: string) => {
    const certain = HAS_TONE.test(syllable) || (/\p{Script=Han}/u.test(before) && readingsOf(before).has(syllable));
    if (!certain) return whole;
    removed.push(whole);
    return before;
  });
  return { text: stripped, removed };
}
