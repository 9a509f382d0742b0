import { type DraftLine, isProse } from "./draft-line.ts";

const NUMBERED = /^[一二三四五六七八九十百]+[、．.]/u;
const BRACKETED = /^[（(][一二三四五六七八九十百]+[）)]/u;
const MAX_NUMBERED_HEADING = 90;
const MAX_PLAIN_HEADING = 40;

/** Chinese words, a number before them or not. */
const HEADING_START = /^(?:(?:part\s*\.?\s*)?\d{1,2}[.、]?\s)?[\p{Script=Han}《“]/iu;

/** The first line that can be a title; null when the text begins with prose. */
export function findTitle(lines: DraftLine[]): DraftLine | null {
  for (const line of lines) {
    if (line.text === "") continue;
    if (isProse(line.text) || headingLevel(line.text) !== null) return null;
    if (!/^[—－─（(【]|[：:，,]$/u.test(line.text)) return line;
  }
  return null;
}

/** Paragraphs and headings as markdown: 一、 is a second level, （一） a third, and so is a short line standing over a paragraph. */
export function markdownOf(lines: DraftLine[]): string {
  const paragraphs = paragraphsOf(lines).flatMap((text, at, all) => {
    const counted = (one: string | undefined, next: string | undefined, over: string | undefined) =>
      one !== undefined && NUMERAL.test(one) && isPlainHeading(next ?? "", over);
    if (counted(text, all[at + 1], all[at + 2])) return [];
    return counted(all[at - 1], text, all[at + 1]) ? [`${all[at - 1]} ${text}`] : [text];
  });
  const numbered = paragraphs.some((text) => headingLevel(text) === 2);
  return paragraphs
    .map((text, at) => {
      const level = headingLevel(text) ?? (isPlainHeading(text, paragraphs[at + 1]) ? (numbered ? 3 : 2) : null);
      return level === null ? escaped(text) : `${"#".repeat(level)} ${escaped(text)}`;
    })
    .join("\n\n");
}

/** 一、 is a second level, （一） a third; null for what is no numbered heading. */
export function headingLevel(text: string): 2 | 3 | null {
  if (text.length > MAX_NUMBERED_HEADING || /[。；：，！？]$/u.test(text) || text.includes("。")) return null;
  if (NUMBERED.test(text)) return 2;
  return BRACKETED.test(text) ? 3 : null;
}

/** A short line of words that stands over a paragraph. */
export function isPlainHeading(text: string, next: string | undefined): boolean {
  if (text.length > MAX_PLAIN_HEADING || !HEADING_START.test(text) || !/[\p{Script=Han}”》]$/u.test(text)) return false;
  if (/[。；：！？…]/u.test(text) || (text.match(/\p{Script=Han}/gu) ?? []).length < 4) return false;
  return next !== undefined && isProse(next);
}

/** A number that stands on a line of its own over the heading it counts, as in 01, Part 2. */
const NUMERAL = /^(?:part\s*\.?\s*)?\d{1,2}[.、]?$/iu;

/** A line is a paragraph, except where lines were cut at one width. */
function paragraphsOf(lines: DraftLine[]): string[] {
  const blocks: string[][] = [[]];
  for (const { text } of lines) {
    if (text === "") blocks.push([]);
    else blocks.at(-1)?.push(text);
  }
  const width = widthOf(lines);
  return blocks.flatMap((block) => (isWrapped(block) ? [block.join("")] : width === null ? block : joined(block, width)));
}

function isWrapped(block: string[]): boolean {
  const full = block.slice(0, -1).map((text) => text.length);
  const width = full.reduce((widest, length) => Math.max(widest, length), 0);
  return (
    full.length >= 2 && width >= 20 && full.every((length) => length >= width - SLACK) && block.slice(0, -1).some((text) => !isProse(text))
  );
}

/** A line is cut up to so many characters before its end, so that a sign does not begin the next one. */
const SLACK = 3;
const FEWEST_CUT = 5;

/**
 * The width at which the lines of a text were cut, as a printed page's are when they are copied; null where lines are paragraphs. Cut lines
 * are many, of one width, most end inside a sentence, and next to none is longer.
 */
function widthOf(lines: DraftLine[]): number | null {
  const long = lines.map(({ text }) => text).filter((text) => text.length >= 15);
  const near = (width: number) => long.filter((text) => text.length <= width && text.length >= width - SLACK);
  const widths = [...new Set(long.map((text) => text.length))].filter((width) => width <= 60);
  const width = widths.reduce((best, one) => (near(one).length > near(best).length ? one : best), widths[0] ?? 0);
  const cut = near(width);
  const open = cut.filter((text) => !/[。！？…；：:]["”’）)]*$/u.test(text));
  const longer = long.filter((text) => text.length > width);
  const isCut =
    cut.length >= FEWEST_CUT && cut.length * 2 >= long.length && open.length * 2 > cut.length && longer.length * 20 <= long.length;
  return isCut ? width : null;
}

/** The lines of a block, each joined to the one before while that one is full; a heading stands alone. */
function joined(block: string[], width: number): string[] {
  const paragraphs: string[] = [];
  let before = "";
  for (const text of block) {
    const goesOn = before.length >= width - SLACK && !/[。！？…]["”’）)]*$/u.test(before) && headingLevel(text) === null;
    const apart = /\w$/u.test(before) && /^\w/u.test(text) ? " " : "";
    if (goesOn) paragraphs.push(`${paragraphs.pop() ?? ""}${apart}${text}`);
    else paragraphs.push(text);
    before = text;
  }
  return paragraphs;
}

/** A "<" would be read as HTML and vanish, and a link definition is never shown. */
function escaped(text: string): string {
  return text.replaceAll("<", "\\<").replace(/^\[(?=[^\]]*\]:)/u, "\\[");
}
