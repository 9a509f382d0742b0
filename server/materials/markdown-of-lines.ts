import { type DraftLine, isProse } from "./draft-line.ts";

const NUMBERED = /^[一二三四五六七八九十百]+[、．.]/u;
const BRACKETED = /^[（(][一二三四五六七八九十百]+[）)]/u;
const MAX_NUMBERED_HEADING = 90;
const MAX_PLAIN_HEADING = 40;

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
  const paragraphs = paragraphsOf(lines);
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
  if (text.length > MAX_PLAIN_HEADING || !/^[\p{Script=Han}《“]/u.test(text) || !/[\p{Script=Han}”》]$/u.test(text)) return false;
  if (/[。；：！？…]/u.test(text) || (text.match(/\p{Script=Han}/gu) ?? []).length < 4) return false;
  return next !== undefined && isProse(next);
}

/** A line is a paragraph, except where a block of lines was cut at one width. */
function paragraphsOf(lines: DraftLine[]): string[] {
  const blocks: string[][] = [[]];
  for (const { text } of lines) {
    if (text === "") blocks.push([]);
    else blocks.at(-1)?.push(text);
  }
  return blocks.flatMap((block) => (isWrapped(block) ? [block.join("")] : block));
}

function isWrapped(block: string[]): boolean {
  const full = block.slice(0, -1).map((text) => text.length);
  const width = full.reduce((widest, length) => Math.max(widest, length), 0);
  return (
    full.length >= 2 && width >= 20 && full.every((length) => length >= width - 3) && block.slice(0, -1).some((text) => !isProse(text))
  );
}

/** A "<" would be read as HTML and vanish, and a link definition is never shown. */
function escaped(text: string): string {
  return text.replaceAll("<", "\\<").replace(/^\[(?=[^\]]*\]:)/u, "\\[");
}
