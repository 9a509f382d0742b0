import { figureOf } from "#domain/questions/typed-share.ts";
import { escapeSigns, splitAtSigns, unescapeSigns } from "./escaped-text.ts";

export type PercentText = { text: string; percent: number };
export type Point = { words: string[]; percent: number };
export type Figure = { value: number; tolerance: number; percent: number };

const SIGNS = ";；|｜()（）:：";
const PERCENT = /(?<=(?:^|[^\\])(?:\\\\)*)[(（]\s*([\d.]+(?:e[+-]?\d+)?)\s*[%％]\s*[)）]\s*$/iu;
const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:~|～|\\.{2,}|—|–|至|到|-(?!-))\\s*(${NUMBER})$`, "iu");
const AROUND = new RegExp(`^(${NUMBER})\\s*(?:±|\\+/-|\\+-|误差)\\s*(${NUMBER})$`, "iu");

function weighed(piece: string): { text: string; percent: number | null } {
  const found = PERCENT.exec(piece);
  return found ? { text: piece.slice(0, found.index), percent: Number(found[1]) } : { text: piece, percent: null };
}
const percentText = (percent: number) => (percent === 100 ? "" : `（${percent}%）`);

/** Halving leaves the dust of binary fractions behind: 3.1414999999999997. */
const clean = (value: number) => Number(value.toPrecision(12));

/** A range as its middle and how far it reaches. */
export const middleOf = (low: number, high: number): { value: number; tolerance: number } => ({
  value: clean((low + high) / 2),
  tolerance: clean((high - low) / 2),
});

/** "3.14±0.01（50%）；2": the figures a number is measured by. Null when one of them is no number. */
export function readFigures(answer: string): Figure[] | null {
  const pieces = splitAtSigns(answer, ";；\n").filter((piece) => piece.trim() !== "");
  const figures = pieces.map((piece): Figure | null => {
    const { text, percent } = weighed(piece);
    const plain = text.normalize("NFKC").replaceAll("−", "-").replaceAll(",", "").trim();
    const [, low, high] = RANGE.exec(plain) ?? [];
    const share = percent ?? 100;
    if (low !== undefined && high !== undefined) {
      return Number(high) < Number(low) ? null : { ...middleOf(Number(low), Number(high)), percent: share };
    }
    const [, middle, around] = AROUND.exec(plain) ?? [];
    const value = middle === undefined ? figureOf(plain) : Number(middle);
    return value === null ? null : { value, tolerance: Math.abs(Number(around ?? 0)), percent: share };
  });
  return figures.length > 0 && figures.every((figure) => figure !== null) ? figures : null;
}

/** What readFigures reads. */
export const writeFigures = (figures: readonly Figure[]): string =>
  figures.map(({ value, tolerance, percent }) => `${value}${tolerance === 0 ? "" : `±${tolerance}`}${percentText(percent)}`).join("；");

const WHOLE = /^\s*(?:全文|答案|accepted)\s*[:：]/iu;
const POINT = /^\s*(?:要点|关键词|关键字|得分点|keywords?)\s*[:：]/iu;
const isPlain = (pieces: readonly string[]) => !pieces.some((piece) => WHOLE.test(piece) || POINT.test(piece));

/**
 * A short answer: whole answers ("全文：…") and points ("要点：a|b（50%）"), with "；" between them. Without such words: one short text is
 * the whole answer, several short ones are points of equal worth. Null for a long text that no machine can hold an answer against.
 */
export function readShort(answer: string): { accepted: PercentText[]; keywords: Point[] } | null {
  const pieces = splitAtSigns(answer, ";；").filter((piece) => piece.trim() !== "");
  if (isPlain(pieces)) return plainShort(pieces.length > 1 ? pieces : answer.split("\n").filter((line) => line.trim() !== ""));
  const accepted: PercentText[] = [];
  const points: { words: string[]; percent: number | null }[] = [];
  let inPoints = false;
  for (const piece of pieces) {
    const { text, percent } = weighed(piece);
    // 关键词：a；b；c names its points once.
    if (POINT.test(text)) inPoints = true;
    else if (WHOLE.test(text)) inPoints = false;
    const bare = text.replace(WHOLE, "").replace(POINT, "");
    if (inPoints) points.push({ words: splitAtSigns(bare, "|｜").map((word) => unescapeSigns(word).trim()), percent });
    else accepted.push({ text: unescapeSigns(bare).trim(), percent: percent ?? 100 });
  }
  return { accepted, keywords: points.map(({ words, percent }) => ({ words, percent: percent ?? 100 / points.length })) };
}

const SHORT_TEXT = 40;

function plainShort(pieces: readonly string[]): { accepted: PercentText[]; keywords: Point[] } | null {
  const read = pieces.map(weighed);
  if (read.some(({ text }) => text.trim().length > SHORT_TEXT || text.includes("\n"))) return null;
  if (read.length === 1)
    return { accepted: read.map(({ text, percent }) => ({ text: unescapeSigns(text).trim(), percent: percent ?? 100 })), keywords: [] };
  return {
    accepted: [],
    keywords: read.map(({ text, percent }) => ({
      words: splitAtSigns(text, "|｜").map((word) => unescapeSigns(word).trim()),
      percent: percent ?? 100 / read.length,
    })),
  };
}

/** What readShort reads. */
export function writeShort(accepted: readonly PercentText[], keywords: readonly Point[]): string {
  return [
    ...accepted.map(({ text, percent }) => `全文：${escapeSigns(text, SIGNS)}${percentText(percent)}`),
    ...keywords.map(({ words, percent }) => `要点：${words.map((word) => escapeSigns(word, SIGNS)).join("|")}（${percent}%）`),
  ].join("；");
}
