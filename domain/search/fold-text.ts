/** A text as search compares it, and where each unit of it stands in what is shown: `text[i]` came from `starts[i]` up to `ends[i]`. */
export type Folded = Readonly<{ text: string; starts: readonly number[]; ends: readonly number[] }>;

/** A character with the marks on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
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

/** What a character and its marks become. Han characters and ASCII, nearly all there is, are spared the tables of Unicode. */
function foldCluster(cluster: string): string {
  if (cluster.length === 1 && ((cluster >= "\u4e00" && cluster <= "\u9fff") || cluster < "\u007f")) return cluster.toLowerCase();
  return cluster.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
}

const isWritten = (character: string): boolean => (character >= "\u4e00" && character <= "\u9fff") || WRITTEN.test(character);

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
  let gap: Gap = "none";
  let last = "";
  for (const { 0: cluster, index: from } of shown.toWellFormed().matchAll(CLUSTER)) {
    const to = from + cluster.length;
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
