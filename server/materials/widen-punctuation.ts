const WIDE: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "!": "！", "?": "？" };

const CJK = "\\p{Script=Han}\\u3001-\\u301B\\uFF01-\\uFF5E“”‘’…—";
const SIGN = new RegExp(`([${CJK}]|^)?([,:;!]|\\?(?!〕))(?=([${CJK}])?)`, "gu");
const TOUCHES = new RegExp(`[${CJK}]`, "u");
const STRAIGHT_QUOTES = /"([^"]*)"/gu;
const SPACE_AT_SIGN = /\s*([，。、；：！？）》”’】〕])\s+(?=\S)|\s+([，。、；：！？）》”’】〕])/gu;

/** Half-width punctuation between Chinese becomes full width; numbers, times, addresses and English stay as they are. */
export function widenPunctuation(text: string): string {
  const signs = text.replaceAll(SIGN, (whole: string, before: string | undefined, sign: string, after: string | undefined) =>
    before || after ? `${before ?? ""}${WIDE[sign] ?? sign}` : whole,
  );
  const quoted = signs.replaceAll(STRAIGHT_QUOTES, (whole: string, inside: string) => (TOUCHES.test(inside) ? `“${inside}”` : whole));
  return widenBrackets(quoted.replaceAll("──", "——"));
}

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
