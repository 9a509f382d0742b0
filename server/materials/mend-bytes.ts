import { findGbkBytes, findGbkChar } from "./gbk-bytes.ts";
import { isReadAs, SYLLABLE } from "./pinyin-gloss.ts";

/** Where a text was damaged and what stands there now. */
export type Mend = { before: string; after: string; mended: boolean };

export const MARK = "〔?〕";

const MAX_SHIFTED_CHARS = 12;
const SITE = /[?\uFFFD]{1,2}|(?:锟斤拷|锟斤|斤拷)+/gu;
const CUT_GLOSS = new RegExp(`^[?\\uFFFD]{1,2}(${SYLLABLE})\\)`, "u");
const QUESTION = /[吗嗎呢么麼吧何谁誰哪几幾怎岂豈否啥孰焉乎]|多少|难道|難道|能不能|是不是|有没有|有沒有|会不会|會不會|还是|還是/u;

const isHan = (char: string | null | undefined): char is string => typeof char === "string" && /^\p{Script=Han}$/u.test(char);

/**
 * Mends what byte-wise replacing did to GBK text, and marks what cannot be told.
 *
 * The pages these texts come from replaced byte pairs without looking where characters begin, in two ways:
 *  - 「？」 (A3 BF) became "?". Between 。 (A1 A3) and a character that begins with BF the pair is found too, one byte off:
 *    。縣 = A1 [A3 BF] 68 came out as "?h", 。總結 as "??偨Y". Undone only when the characters found stand elsewhere in the text.
 *  - A reading was inserted after a character, also one byte off: 控熱點 = BF [D8 9F] E1 FC63, and D8 9F is 責, so 控?zé)狳c.
 *    Undone by finding the byte pair that is read so; only a single answer counts as certain.
 */
export function mendBytes(line: string, known: ReadonlySet<string>): { text: string; mends: Mend[] } {
  const mends: Mend[] = [];
  let text = "";
  let from = 0;
  for (const site of line.matchAll(SITE)) {
    if (site.index < from) continue;
    text += line.slice(from, site.index);
    const rest = line.slice(site.index);
    const found = mendAt(text, rest, known) ?? markAt(text, rest, site[0]);
    if (found) mends.push({ before: found.before, after: found.after, mended: found.mended });
    text += found ? found.after : site[0];
    from = site.index + (found ? found.before.length : site[0].length);
  }
  return { text: text + line.slice(from), mends };
}

function mendAt(done: string, rest: string, known: ReadonlySet<string>): Mend | null {
  const last = [...done].at(-1);
  const cut = CUT_GLOSS.exec(rest);
  const trail = last === undefined ? undefined : findGbkBytes(last)?.trail;
  if (cut && isHan(last) && trail !== undefined) {
    const answers = readingsOf(trail, rest);
    const only = answers[0];
    return only && answers.length === 1 ? { before: rest.slice(0, only.used), after: only.text, mended: true } : null;
  }
  const noise = /^[?\uFFFD]{1,2}/u.exec(rest)?.[0];
  if (cut || !noise || last === undefined || !/[\p{Script=Han}”’》）\d]/u.test(last)) return null;
  const shifted = shiftedOf(0xbf, rest.slice(noise.length));
  if (!shifted || ![...shifted.text].every((char) => known.has(char))) return null;
  return { before: rest.slice(0, noise.length + shifted.used), after: `。${shifted.text}`, mended: true };
}

/** Every way to read on after a reading that was inserted into the middle of a character. `trail` is the byte just before it. */
function readingsOf(trail: number, rest: string): { text: string; used: number }[] {
  const cut = CUT_GLOSS.exec(rest);
  if (!cut?.[1]) return [];
  const answers = new Map<string, { text: string; used: number }>();
  for (let lost = 0x40; lost <= 0xfe; lost++) {
    const replaced = findGbkChar(trail, lost);
    if (!isHan(replaced) || !isReadAs(replaced, cut[1])) continue;
    const after = rest.slice(cut[0].length);
    for (const answer of [shiftedOf(lost, after), ...glossedOf(lost, after)]) {
      if (answer) answers.set(answer.text, { text: answer.text, used: cut[0].length + answer.used });
    }
  }
  return [...answers.values()];
}

/** Two readings in a row: the second one says what the pair [pending, lost] is, and the text is in step again. */
function glossedOf(pending: number, rest: string): { text: string; used: number }[] {
  const cut = CUT_GLOSS.exec(rest);
  const reading = cut?.[1];
  if (!cut || !reading) return [];
  const trails = Array.from({ length: 0xfe - 0x40 + 1 }, (_, index) => 0x40 + index);
  return trails
    .map((trail) => findGbkChar(pending, trail))
    .filter((char) => isHan(char) && isReadAs(char, reading) && isPlain(char))
    .map((char) => ({ text: char ?? "", used: cut[0].length }));
}

/** Reads on one byte out of step until a lone ASCII byte brings the text back into step; null when it never does or is not Chinese. */
function shiftedOf(pending: number, rest: string): { text: string; used: number } | null {
  let text = "";
  let byte = pending;
  let used = 0;
  for (const char of [...rest].slice(0, MAX_SHIFTED_CHARS)) {
    const pair = findGbkBytes(char);
    const found = findGbkChar(byte, pair ? pair.lead : char.charCodeAt(0));
    if ((!pair && !/[@-~]/u.test(char)) || !isHan(found)) return null;
    text += found;
    used += char.length;
    if (!pair) return { text, used };
    byte = pair.trail;
  }
  return null;
}

/** A character of the old national standard or a traditional form in daily use, told by its place in GBK: not one of the rare ones. */
function isPlain(char: string | null): boolean {
  return char !== null && isHan(char);
}

/** What cannot be mended is marked; a question mark that ends a question is left alone. */
function markAt(done: string, rest: string, site: string): Mend | null {
  const cut = CUT_GLOSS.exec(rest);
  if (cut && isHan([...done].at(-1))) return { before: cut[0], after: MARK, mended: false };
  if (!site.startsWith("?") || site.includes("\uFFFD")) return { before: site, after: MARK, mended: false };
  const next = rest.slice(site.length);
  const sentence = done.split(/[。！？!;；]/u).at(-1) ?? "";
  const inside = isHan([...done].at(-1)) && (isHan([...next][0]) || /^[a-zA-Z][\p{Script=Han}(（]/u.test(next));
  if (!inside || QUESTION.test(sentence)) return null;
  return { before: site, after: MARK, mended: false };
}
