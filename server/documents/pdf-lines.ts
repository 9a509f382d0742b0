import { Refusal } from "#domain/refusal.ts";

/** A piece of text as a PDF places it; points from the lower left. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };
type Line = { text: string; left: number; right: number; y: number; size: number };
/** A page's pieces and how high it is. */
export type PdfPage = { pieces: Piece[]; height: number };

const PAGE_NUMBER = /^[\s—–\-·第]*\d{1,4}\s*(?:页|\/\s*(?:共\s*)?\d{1,4}\s*页?)?[\s—–\-·]*$/u;
/** How much of a page's height above and below may hold a running head. */
const EDGE = 0.09;

function joined(before: string, after: string, gap: number, size: number): string {
  if (before === "" || after === "") return before + after;
  const isWide = gap > size * 0.25;
  const isLatin = /[\p{Script=Latin}\p{N},.;:)]$/u.test(before) && /^[\p{Script=Latin}\p{N}(]/u.test(after);
  return before + (isWide && isLatin ? " " : gap > size * 1.5 ? " " : "") + after;
}

/** The pieces of a page as lines, from the top. */
function linesOf({ pieces }: PdfPage): Line[] {
  const lines: (Line & { end: number })[] = [];
  const sorted = pieces.filter(({ text }) => text.trim() !== "").sort((one, other) => other.y - one.y || one.x - other.x);
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - piece.y) <= Math.max(line.size, piece.size) * 0.5) {
      line.text = joined(line.text, piece.text, piece.x - line.end, piece.size);
      line.end = piece.x + piece.width;
      line.right = Math.max(line.right, line.end);
      line.size = Math.max(line.size, piece.size);
    } else {
      const end = piece.x + piece.width;
      lines.push({ text: piece.text, left: piece.x, right: end, end, y: piece.y, size: piece.size });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

const squeezed = (text: string) => text.replaceAll(/[\d\s]/gu, "");

/** Without page numbers, and without what stands at the same edge of most pages. */
function withoutRunning(pages: { lines: Line[]; height: number }[]): { lines: Line[]; left: string[] }[] {
  const isEdge = (line: Line, height: number) => line.y > height * (1 - EDGE) || line.y < height * EDGE;
  const seen = new Map<string, number>();
  for (const { lines, height } of pages) {
    for (const words of new Set(lines.filter((line) => isEdge(line, height)).map(({ text }) => squeezed(text))))
      seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  const isRunning = (text: string) => pages.length >= 2 && (seen.get(squeezed(text)) ?? 0) >= Math.max(2, pages.length * 0.5);
  return pages.map(({ lines, height }) => {
    const left = lines.filter((line) => isEdge(line, height) && (PAGE_NUMBER.test(line.text) || isRunning(line.text)));
    return { lines: lines.filter((line) => !left.includes(line)), left: left.map(({ text }) => text) };
  });
}

const ENDS = /[。！？!?…：:；;][”’」』）)]*$/u;

/** Lines as paragraphs: one goes on until it stops short of the margin, or the next is indented, set apart or in another size. */
function paragraphsOf(lines: Line[]): string[] {
  const body = median(lines.map(({ size }) => size));
  const right = Math.max(...lines.map((line) => line.right));
  const left = quantile(
    lines.map((line) => line.left),
    0.2,
  );
  const leading =
    median(lines.slice(1).flatMap((line, at) => (lines[at] && lines[at].y > line.y ? [lines[at].y - line.y] : []))) || body * 1.5;
  const paragraphs: string[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isNewPage = before !== undefined && before.y <= line.y;
    const starts =
      before === undefined ||
      Math.abs(before.size - line.size) > 1 ||
      line.left - left > body * 1.2 ||
      before.right < right - body * 2.5 ||
      (!isNewPage && before.y - line.y > leading * 1.6) ||
      (ENDS.test(before.text) && before.right < right - body * 0.9);
    const last = paragraphs.length - 1;
    if (starts || last < 0) paragraphs.push(line.text);
    else paragraphs[last] = joined((paragraphs[last] ?? "").replace(/(?<=\p{Script=Latin})-$/u, ""), line.text, body, body);
  });
  return paragraphs;
}

function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
const median = (values: number[]) => quantile(values, 0.5);

/**
 * The text of a PDF in paragraphs, without page numbers and running heads (they are returned apart). Refuses `pdf-without-text` for
 * scanned pages, and for fonts that say nothing about their characters.
 */
export function pdfParagraphs(pages: PdfPage[]): { paragraphs: string[]; left: string[] } {
  const cleaned = withoutRunning(pages.map((page) => ({ lines: linesOf(page), height: page.height })));
  const lines = cleaned.flatMap((page) => page.lines);
  const text = lines.map((line) => line.text).join("");
  const strange = text.match(/[\uFFFD\p{Co}\p{Cn}\p{Cc}]/gu)?.length ?? 0;
  const written = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (written < 20 || strange * 5 > text.length) throw new Refusal("pdf-without-text", { field: "file" });
  return { paragraphs: paragraphsOf(lines), left: cleaned.flatMap((page) => page.left) };
}
