const WIDE: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "!": "！", "?": "？" };

const CJK = "\\p{Script=Han}\\u3001-\\u301B\\uFF01-\\uFF5E“”‘’…—";
const SIGN = new RegExp(`([${CJK}]|^)?([,:;!]|\\?(?!〕))(?=([${CJK}])?)`, "gu");
const TOUCHES = new RegExp(`[${CJK}]`, "u");
const STRAIGHT_QUOTES = /"([^"]*)"/gu;
const SPACE_AT_SIGN = /\s*([，。、；：！？）》”’】〕])\s+(?=\S)|\s+([，。、；：！？）》”’】〕])/gu;

/** A full stop of English after Chinese; not the dots of an omission, and not the one after the number of a heading. */
const FULL_STOP = new RegExp(`(?<=[${CJK}])(?<!^第?[一二三四五六七八九十百]+)\\.(?![\\w./\\\\])(?<!\\.\\.)`, "gu");
/** The same after a number or a Latin word, at the end of a line that is punctuated as Chinese is. */
const isLastStop = (text: string): boolean => /[\w%％)）]\.$/u.test(text) && !/\.\w*\.$/u.test(text) && /[，。；：！？、]/u.test(text);
/** Spaces before a half-width sign that stands in Chinese. */
const SPACE_BEFORE_SIGN = new RegExp(`(?<=[${CJK}]) +(?=[,:;!?.](?: *[${CJK}]|$))`, "gu");
/** A line that was spaced out for its looks. */
const SPACED_OUT = /^\p{Script=Han}(?: \p{Script=Han}){2,}$/u;

/** Half-width punctuation between Chinese becomes full width; numbers, times, addresses and English stay as they are. */
export function widenPunctuation(text: string): string {
  const close = text.replaceAll(SPACE_BEFORE_SIGN, "").replaceAll(FULL_STOP, "。");
  const signs = (isLastStop(close) ? `${close.slice(0, -1)}。` : close).replaceAll(
    SIGN,
    (whole: string, before: string | undefined, sign: string, after: string | undefined) =>
      before || after ? `${before ?? ""}${WIDE[sign] ?? sign}` : whole,
  );
  const quoted = signs.replaceAll(STRAIGHT_QUOTES, (whole: string, inside: string) => (TOUCHES.test(inside) ? `“${inside}”` : whole));
  return widenBrackets(quoted.replaceAll("──", "——"));
}

/** A line whose characters stand apart one by one, closed up. */
export const closeUp = (text: string): string => (SPACED_OUT.test(text) ? text.replaceAll(" ", "") : text);

/** No spaces round full-width signs, one space where there were several. */
export function tidySpaces(text: string): string {
  return text
    .replaceAll(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t ]+/gu, " ")
    .replaceAll(SPACE_AT_SIGN, (_, first: string | undefined, second: string | undefined) => first ?? second ?? "")
    .trim();
}

/** A pair of brackets is widened when Chinese touches it from inside or outside. */
function widenBrackets(text: string): string {
  const chars = [...text];
  const open: number[] = [];
  for (const [at, char] of chars.entries()) {
    if (char === "(") open.push(at);
    const start = char === ")" ? open.pop() : undefined;
    if (start === undefined) continue;
    const around = [chars[start - 1], chars[start + 1], chars[at - 1], chars[at + 1]];
    if (!around.some((near) => near !== undefined && TOUCHES.test(near))) continue;
    chars[start] = "（";
    chars[at] = "）";
  }
  return chars.join("");
}
