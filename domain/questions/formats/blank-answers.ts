import { escapeSigns, indexOfSign, splitAtSigns, unescapeSigns } from "./escaped-text.ts";
import { freeEntries } from "./key-entries.ts";

/** What was said of the blanks: the accepted texts of each, and what stood beside them about how to mark. */
export type BlankAnswers = { blanks: string[][]; anyOrder: boolean; allOrNothing: boolean };

/** Signs that the answers of blanks are written with. */
export const BLANK_SIGNS = "（）()|｜";
const ANY_ORDER = /乱序(?:匹配)?|顺序不限|不分顺序|可乱序/u;
const ALL_OR_NOTHING = /全对(?:才)?得分/u;

const accepted = (piece: string) =>
  splitAtSigns(piece, "|｜")
    .map((text) => unescapeSigns(text).trim())
    .filter((text) => text !== "");

/** The contents of （…）（…） and what stands outside of them; null when the text is not built so. */
function bracketed(answer: string): { inside: string[]; outside: string } | null {
  const inside: string[] = [];
  let outside = "";
  let at = 0;
  for (;;) {
    const open = indexOfSign(answer, "（(", at);
    if (open === -1) return inside.length > 0 ? { inside, outside: outside + answer.slice(at) } : null;
    const close = indexOfSign(answer, "）)", open + 1);
    if (close === -1) return null;
    outside += answer.slice(at, open);
    inside.push(answer.slice(open + 1, close));
    at = close + 1;
  }
}

const isNumbering = (inside: readonly string[]) => inside.every((text, at) => text.trim() === String(at + 1));

/** （1）甲（2）乙: the answers stand behind their numbers. */
function numbered(answer: string, count: number): string[] {
  const marks = [...answer.matchAll(/[（(]\s*\d{1,2}\s*[)）]/gu)];
  return marks
    .slice(0, count)
    .map((mark, at) => answer.slice(mark.index + mark[0].length, marks[at + 1]?.index).replace(/[；;，,、。\s]+$/u, ""));
}

const SEPARATORS = [/[①-⑩]/u, /[;；]/u, /\n/u, /[、]/u, /[,，]/u, /\s+/u, /[/／]/u, /[|｜]/u];

function loose(answer: string, count: number): string[] {
  if (count < 2) return [answer];
  const counted = freeEntries(answer, 1);
  if (counted.length === count && counted[0]?.number === 1) return counted.map(({ text }) => text.replace(/[;；,，、]$/u, ""));
  for (const separator of SEPARATORS) {
    const pieces = answer.split(separator).filter((piece) => piece.trim() !== "");
    if (pieces.length === count) return pieces;
  }
  return answer.split(/[;；]/u).filter((piece) => piece.trim() !== "");
}

/** Reads the answers of `count` blanks: （a|b）（c）, （1）a（2）c, or pieces with a sign between them when there are as many. */
export function readBlanks(answer: string, count: number): BlankAnswers {
  const built = bracketed(answer);
  const words = built?.outside ?? "";
  const onlyWords =
    words
      .replace(ANY_ORDER, "")
      .replace(ALL_OR_NOTHING, "")
      .replaceAll(/[\s,，；;、。]/gu, "") === "";
  const rules = { anyOrder: ANY_ORDER.test(words), allOrNothing: ALL_OR_NOTHING.test(words) };
  if (built && isNumbering(built.inside) && !onlyWords)
    return { blanks: numbered(answer, built.inside.length).map(accepted), anyOrder: false, allOrNothing: false };
  if (built && onlyWords) return { blanks: built.inside.map(accepted), ...rules };
  return { blanks: loose(answer, count).map(accepted), anyOrder: false, allOrNothing: false };
}

/** What readBlanks reads. */
export const writeBlanks = (blanks: readonly (readonly string[])[]): string =>
  blanks.map((texts) => `（${texts.map((text) => escapeSigns(text, BLANK_SIGNS)).join("|")}）`).join("");
