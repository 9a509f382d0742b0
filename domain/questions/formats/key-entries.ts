import { lettersOf, truthOf } from "./choice-answer.ts";

/** What a gathered key says of one question: its number, the answer as it stands there, and the line it stands on. */
export type KeyEntry = { number: number; text: string; line: number };

/** Whether a text can be nothing but a key: letters, or right and wrong. */
export const isKeyish = (text: string): boolean => {
  const plain = text.trim().replace(/[。.;；,，]$/u, "");
  return plain !== "" && ((lettersOf(plain) !== null && !/[a-z]{2}/u.test(plain)) || truthOf(plain) !== null);
};

// White space is counted to six: a line of nothing else would be looked through over and over.
const RANGE =
  /(?<!\d)(\d{1,4})(?!\d)\s{0,6}[-—–－~～至到]+\s{0,6}(\d{1,4})\s{0,6}题?\s{0,6}[:：.．、)）]?\s{0,6}((?:[A-ZＡ-Ｚ√×✓✗✔✘对错TFtf]|正确|错误)(?:[A-ZＡ-Ｚ√×✓✗✔✘对错TFtf\s,，、;；/]|正确|错误)*)/gu;
const ONE =
  /(?:第\s{0,6})?(?<!\d)(\d{1,4})(?!\d)\s{0,6}(?:题|[.．、:：)）])?\s{0,6}[:：]?\s{0,6}([(（【[]?(?:(?:[A-ZＡ-Ｚ][\s,，、]?){1,10}(?![a-zA-Z])|正确|错误|[√×✓✗✔✘对错]|[TF](?![a-z]))[)）】\]]?)/gu;
const NUMBERED = /(?:^|[\s;；])(?:第\s{0,6})?(\d{1,4})\s{0,6}(?:题\s{0,6}[:：.．、]?|[.．、:：](?!\d)|[)）])\s{0,6}/gu;
const MOST_IN_RANGE = 200;
const LONGEST_LINE = 4_000;

const singles = (text: string) => text.match(/正确|错误|[^\s,，、;；/]/gu) ?? [];
const groups = (text: string) => text.split(/[\s,，、;；/]+/u).filter((piece) => piece !== "");

/** "1-5 ABCDA" or, of several letters each, "11-13 AB ACD BC"; null when it does not come out even. */
function spread(from: number, to: number, text: string, line: number): KeyEntry[] | null {
  const count = to - from + 1;
  if (count < 2 || count > MOST_IN_RANGE) return null;
  const pieces = [groups(text), singles(text)].find((some) => some.length === count);
  return pieces ? pieces.map((piece, at) => ({ number: from + at, text: piece, line })) : null;
}

/** All that a line says when it says nothing but keys; null when something else stands in it. `odd`: ranges that do not come out even. */
export function pureEntries(source: string, line: number): { entries: KeyEntry[]; odd: string[] } | null {
  if (source.length > LONGEST_LINE) return null;
  const entries: KeyEntry[] = [];
  const odd: string[] = [];
  const behindRanges = source.replaceAll(RANGE, (whole: string, from: string, to: string, text: string) => {
    const some = spread(Number(from), Number(to), text, line);
    if (some) entries.push(...some);
    else odd.push(whole.trim().slice(0, 40));
    return " ";
  });
  const rest = behindRanges.replaceAll(ONE, (_, number: string, text: string) => {
    entries.push({ number: Number(number), text: text.replaceAll(/[()（）【】[\]\s]/gu, ""), line });
    return " ";
  });
  const isPure = rest.replaceAll(/[\s,，、;；。.|]/gu, "") === "";
  return isPure && entries.length + odd.length > 0 ? { entries, odd } : null;
}

/** "11. 因为…… 12. 所以……": entries of free text, each with a number that follows the one before. */
export function freeEntries(source: string, line: number): KeyEntry[] {
  const entries: { number: number; from: number; to: number }[] = [];
  for (const mark of source.matchAll(NUMBERED)) {
    const number = Number(mark[1]);
    const last = entries.at(-1);
    // What stands before the first number belongs to the entry above.
    if (last === undefined ? source.slice(0, mark.index).trim() !== "" : number !== last.number + 1) continue;
    if (last) last.to = mark.index;
    entries.push({ number, from: mark.index + mark[0].length, to: source.length });
  }
  return entries.map(({ number, from, to }) => ({ number, text: source.slice(from, to).trim(), line }));
}
