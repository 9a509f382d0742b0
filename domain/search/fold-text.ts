/** A text as search compares it, and where each unit of it stands in what is shown: `text[i]` came from `starts[i]` up to `ends[i]`. */
export type Folded = Readonly<{ text: string; starts: readonly number[]; ends: readonly number[] }>;

/** A character with the marks on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/uy;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const WRITTEN = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Whether the character belongs to a script that puts no spaces between words. */
export const isUnspaced = (character: string): boolean => UNSPACED.test(character);

type Gap = "none" | "break" | "space" | "mark";

/** Whether letters on both sides of a gap belong together: 第 12 章 is 第12章, and a line may end in the middle of a Chinese word. */
function closes(gap: Gap, before: string, after: string): boolean {
  if (gap === "none") return true;
  const unspaced = Number(isUnspaced(before)) + Number(isUnspaced(after));
  return gap !== "mark" && (unspaced === 1 || (gap === "break" && unspaced === 2));
}

const gapOf = (gap: Gap, character: string): Gap => {
  if (!/\s/u.test(character)) return "mark";
  if (gap === "mark" || gap === "space") return gap;
  return /[\n\r]/.test(character) ? "break" : gap === "break" ? "break" : "space";
};

// Han characters, ASCII and the usual marks are nearly all there is: they are spared the tables of Unicode.
const PLAIN_MARKS = new Set("，。、；：？！“”‘’《》（）—…");
const isHan = (character: string): boolean => character >= "\u4e00" && character <= "\u9fff";
const isPlain = (character: string): boolean => isHan(character) || character < "\u007f" || PLAIN_MARKS.has(character);

/** What a character and its marks become. */
function foldCluster(cluster: string): string {
  if (cluster.length === 1 && isPlain(cluster)) return cluster.toLowerCase();
  return cluster.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
}

const isWritten = (character: string): boolean => isHan(character) || (!PLAIN_MARKS.has(character) && WRITTEN.test(character));

/** Where the character that begins here ends, with its marks. What stands before a Han character, ASCII or the usual marks has none. */
function clusterEnd(text: string, from: number): number {
  const next = text.charAt(from + 1);
  if (isPlain(text.charAt(from)) && (next === "" || isPlain(next))) return from + 1;
  CLUSTER.lastIndex = from;
  CLUSTER.test(text);
  return CLUSTER.lastIndex > from ? CLUSTER.lastIndex : from + 1;
}

/**
 * NFKC (full and half width, ligatures, ①), lower case, nothing invisible; whatever is no letter and no digit is one space. Traditional
 * and simplified characters stay what they are. Character by character, so that a part of a text folds to a part of its fold.
 */
export function foldText(shown: string): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (folded: string, from: number, to: number): void => {
    for (let unit = 0; unit < folded.length; unit += 1) {
      units.push(folded.charAt(unit));
      starts.push(from);
      ends.push(to);
    }
  };
  const whole = shown.toWellFormed();
  let gap: Gap = "none";
  let last = "";
  for (let from = 0, to = 0; from < whole.length; from = to) {
    to = clusterEnd(whole, from);
    const cluster = whole.slice(from, to);
    for (const character of foldCluster(cluster)) {
      if (!isWritten(character)) {
        gap = gapOf(gap, character);
        continue;
      }
      if (last !== "" && !closes(gap, last, character)) add(" ", from, from);
      add(character, from, to);
      gap = "none";
      last = character;
    }
  }
  return { text: units.join(""), starts, ends };
}
