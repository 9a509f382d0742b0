import { findGbkBytes, findGbkChar } from "./gbk-bytes.ts";
import { readingsOf, SYLLABLE, tonelessOf } from "./pinyin-gloss.ts";

/** Where a text was damaged and what stands there now. */
export type Mend = { before: string; after: string; mended: boolean };

/** What the undamaged part of the text shows: the characters it uses, and the readings left after them (`責(zé)`). */
export type Witness = { chars: ReadonlySet<string>; glosses: ReadonlySet<string> };

type Shifted = { text: string; used: number };
type Candidate = { char: string; byte: number; readings: ReadonlySet<string> };

/** Stands where something was lost that nobody can tell. */
export const MARK = "〔?〕";

const MAX_SHIFTED_CHARS = 12;
/** How much of a line either side may decide: damage must not cost more in a long line than in a short one. */
const CONTEXT = 240;
const BYTES = Array.from({ length: 0xfe - 0x40 + 1 }, (_, index) => 0x40 + index);
const candidates = new Map<number, Candidate[]>();
const SITE = /\uFFFD{3,}|[?\uFFFD]{1,2}|(?:锟斤拷|锟斤|斤拷)+/gu;
const CUT_GLOSS = new RegExp(`^[?\\uFFFD]{1,2}(${SYLLABLE})\\)`, "u");
const QUESTION =
  /[吗嗎呢么麼吧何谁誰哪几幾怎岂豈否啥孰焉乎]|多[少久长長大远遠高]|难道|難道|能不能|是不是|有没有|有沒有|会不会|會不會|还是|還是/u;

/**
 * Mends what byte-wise replacing did to GBK text, and marks what cannot be told.
 *
 * The pages such texts come from replaced byte pairs without looking where characters begin, in two ways:
 *  - 「？」 (A3 BF) became "?". Between 。 (A1 A3) and a character that begins with BF the pair is found too, one byte off:
 *    。縣 = A1 [A3 BF] 68 came out as "?h", 。總結 as "??偨Y". Undone when the characters found stand elsewhere in the text.
 *  - A reading was inserted after a character, also one byte off: 控熱點 = BF [D8 9F] E1 FC63, and D8 9F is 責, so 控?zé)狳c.
 *    Undone when one pair only is read so, or one only stands with that reading elsewhere in the text.
 */
export function mendBytes(line: string, witness: Witness): { text: string; mends: Mend[] } {
  const mends: Mend[] = [];
  const pieces: string[] = [];
  let before = "";
  let from = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    before = (before + piece).slice(-CONTEXT);
  };
  for (const site of line.matchAll(SITE)) {
    if (site.index < from) continue;
    add(line.slice(from, site.index));
    const rest = line.slice(site.index, site.index + CONTEXT);
    const mend = inserted(before, rest, witness) ?? narrowed(before, rest, witness) ?? marked(before, rest, site[0]);
    if (mend) mends.push(mend);
    add(mend ? mend.after : site[0]);
    from = site.index + (mend ? mend.before : site[0]).length;
  }
  return { text: pieces.join("") + line.slice(from), mends };
}

/** A reading inserted into the middle of a character: 控?zé)狳c → 控熱點. */
function inserted(before: string, rest: string, witness: Witness): Mend | null {
  const cut = CUT_GLOSS.exec(rest);
  const last = [...before].at(-1);
  const trail = isHan(last) ? findGbkBytes(last)?.trail : undefined;
  if (!cut || trail === undefined) return null;
  const answers = new Map<string, Shifted & { witnessed: boolean }>();
  for (const { char, byte } of readAs(trail, cut[1] ?? "")) {
    const after = rest.slice(cut[0].length);
    for (const found of [shifted(byte, after), ...glossed(byte, after, witness)]) {
      if (found) answers.set(found.text, { ...found, witnessed: witness.glosses.has(`${char}(${cut[1]})`) });
    }
  }
  const all = [...answers.values()];
  const seen = all.filter((answer) => answer.witnessed);
  const [only, second] = seen.length > 0 ? seen : all;
  if (!only || second) return null;
  return { before: rest.slice(0, cut[0].length + only.used), after: only.text, mended: true };
}

/** A 「？」 made narrow inside 。 and the character after it: "?h" → 。縣. */
function narrowed(before: string, rest: string, witness: Witness): Mend | null {
  const noise = /^[?\uFFFD]{1,2}/u.exec(rest)?.[0];
  if (!noise || !/[\p{Script=Han}”’》）\d]$/u.test(before)) return null;
  const found = shifted(0xbf, rest.slice(noise.length));
  if (!found || !isWitnessed(found.text, witness)) return null;
  return { before: rest.slice(0, noise.length + found.used), after: `。${found.text}`, mended: true };
}

/** Rare characters out of step never read as three and more characters that nearly all stand elsewhere in the same text. */
function isWitnessed(text: string, witness: Witness): boolean {
  const chars = [...text];
  const known = chars.filter((char) => witness.chars.has(char)).length;
  return known === chars.length || (chars.length >= 3 && known * 3 >= chars.length * 2);
}

/** What cannot be mended is marked; a question mark that ends a question is left alone. */
function marked(before: string, rest: string, site: string): Mend | null {
  const cut = CUT_GLOSS.exec(rest);
  const last = [...before].at(-1);
  if (cut && isHan(last)) return { before: cut[0], after: MARK, mended: false };
  if (!/^\?+$/u.test(site)) return { before: site, after: MARK, mended: false };
  const next = rest.slice(site.length);
  const sentence = before.split(/[。！？!;；]/u).at(-1) ?? "";
  const inside = isHan(last) && (isHan([...next][0]) || /^[a-zA-Z][\p{Script=Han}(（]/u.test(next));
  return inside && !QUESTION.test(sentence) ? { before: site, after: MARK, mended: false } : null;
}

/** Reads on one byte out of step until a lone ASCII byte brings the text back into step; null when it never does or is not Chinese. */
function shifted(pending: number, rest: string): Shifted | null {
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

/** Two readings in a row: the second one says what the character is, and the text is in step again. */
function glossed(pending: number, rest: string, witness: Witness): Shifted[] {
  const cut = CUT_GLOSS.exec(rest);
  if (!cut) return [];
  return readAs(pending, cut[1] ?? "")
    .filter(({ char }) => witness.glosses.has(`${char}(${cut[1]})`))
    .map(({ char }) => ({ text: char, used: cut[0].length }));
}

/** The characters whose first byte in GBK is `lead`, with their readings; made once for each of 126 leads. */
function candidatesOf(lead: number): Candidate[] {
  const made = candidates.get(lead);
  if (made) return made;
  const list = BYTES.map((byte) => ({ byte, char: findGbkChar(lead, byte) ?? "" }))
    .filter(({ char }) => isHan(char))
    .map(({ byte, char }) => ({ byte, char, readings: readingsOf(char) }));
  candidates.set(lead, list);
  return list;
}

function readAs(lead: number, syllable: string): Candidate[] {
  const toneless = tonelessOf(syllable);
  return candidatesOf(lead).filter(({ readings }) => readings.has(toneless));
}

function isHan(char: string | null | undefined): char is string {
  return typeof char === "string" && /^\p{Script=Han}$/u.test(char);
}
