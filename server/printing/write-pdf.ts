// Above 150 lines: cover, contents, parts, outline and page numbers of a PDF stand together, since they follow from one another.
import { closeSync, openSync, writeSync } from "node:fs";
import { setImmediate as breathe } from "node:timers/promises";
import type { Habits, WidthOf } from "#domain/printing/break-lines.ts";
import { type BookFrame, PAGE, type SheetPart } from "#domain/printing/sheets.ts";
import { openDocument } from "#server/certificates/open-font.ts";
import { Column, type Row, rowsOf } from "./lay-out.ts";

type Opened = Readonly<{ _font: { font: { unitsPerEm: number; glyphForCodePoint: (code: number) => { advanceWidth: number } } } }>;

/** Widths as the very font of the PDF has them. */
export function widthsOfFont(): WidthOf {
  const { _font } = openDocument({}) as unknown as Opened;
  const known = new Map<number, number>();
  return (code) => {
    const width = known.get(code) ?? _font.font.glyphForCodePoint(code).advanceWidth / _font.font.unitsPerEm;
    known.set(code, width);
    return width;
  };
}

/** What stands in the contents: the title and the page of the body it begins on. */
export type Entry = Readonly<{ title: string; page: number }>;

/** How many pages a part takes, as we set it, or as a word processor with its `habits` will. */
export function pagesOf(part: SheetPart, widthOf: WidthOf, habits?: Habits): number {
  const column = new Column();
  for (const block of part.blocks) for (const row of rowsOf(block, widthOf, habits)) column.add(row);
  column.flush();
  return column.pages;
}

const ENTRY_SIZE = 14;
const ENTRIES_A_PAGE = 20;

/** Writes a book page by page, so that no more than the page at hand is in memory. */
export class PdfBook {
  private readonly document: PDFKit.PDFDocument;
  private readonly widthOf: WidthOf;
  private readonly file: number;
  private bodyPages = 0;
  private size = 0;

  constructor(path: string, frame: BookFrame, widthOf: WidthOf, entries: readonly Entry[]) {
    this.widthOf = widthOf;
    this.file = openSync(path, "w");
    this.document = openDocument({
      size: "A4",
      margin: 0,
      lang: frame.language,
      info: { Title: frame.title },
      // Without this the laid-out line of every paragraph would be kept until the end.
      fontLayoutCache: false,
    } as PDFKit.PDFDocumentOptions);
    this.document.on("data", (chunk: Buffer) => {
      this.size += chunk.length;
      writeSync(this.file, chunk);
    });
    if (frame.cover) {
      this.drawCover(frame);
      this.drawContents(frame, entries);
    }
  }

  private text(text: string, x: number, base: number, size: number, isBold = false): void {
    this.document.fontSize(size);
    if (isBold) this.document.lineWidth(size / 40);
    const look = isBold ? { fill: true, stroke: true } : {};
    this.document.text(text, x, base, { lineBreak: false, baseline: "alphabetic", features: [], ...look });
  }

  private centred(text: string, base: number, size: number, isBold = false): void {
    let width = 0;
    for (const sign of text) width += this.widthOf(sign.codePointAt(0) ?? 0) * size;
    this.text(text, (PAGE.width - width) / 2, base, size, isBold);
  }

  private page(number: string): void {
    this.document.addPage({ size: "A4", margin: 0 });
    if (number !== "") this.centred(`— ${number} —`, PAGE.height - 71, 14);
  }

  private drawCover({ cover, title }: BookFrame): void {
    this.page("");
    this.document.outline.addItem(title);
    let base = 260;
    for (const row of rowsOf({ kind: "title", text: cover?.title ?? title }, this.widthOf)) {
      for (const piece of row.pieces) this.centred(piece.text, base, 30, true);
      base += 48;
    }
    this.centred(cover?.subtitle ?? "", base + 20, 18);
    for (const [at, line] of (cover?.lines ?? []).entries()) this.centred(line, 640 + at * 30, 16);
  }

  private drawContents({ contentsTitle }: BookFrame, entries: readonly Entry[]): void {
    for (let from = 0; from < Math.max(1, entries.length); from += ENTRIES_A_PAGE) {
      this.page("");
      if (from === 0) {
        this.document.outline.addItem(contentsTitle);
        this.centred(contentsTitle, PAGE.top + 30, 22, true);
      }
      for (const [at, entry] of entries.slice(from, from + ENTRIES_A_PAGE).entries())
        this.drawEntry(entry, PAGE.top + 60 + (at + 1) * 26, from + at);
    }
  }

  private drawEntry({ title, page }: Entry, base: number, number: number): void {
    const at = (text: string) => [...text].reduce((sum, sign) => sum + this.widthOf(sign.codePointAt(0) ?? 0) * ENTRY_SIZE, 0);
    const room = PAGE.columnWidth - at(String(page)) - ENTRY_SIZE;
    let shown = title;
    while (at(shown) > room - ENTRY_SIZE) shown = `${[...shown].slice(0, -2).join("")}…`;
    const dot = at(".");
    const dots = ".".repeat(Math.max(0, Math.floor((room - at(shown) - 4) / dot)));
    this.text(shown, PAGE.left, base, ENTRY_SIZE);
    this.text(dots, PAGE.left + room - dots.length * dot, base, ENTRY_SIZE);
    this.text(String(page), PAGE.left + PAGE.columnWidth - at(String(page)), base, ENTRY_SIZE);
    this.document.goTo(PAGE.left, base - 18, PAGE.columnWidth, 24, `part-${number}`);
  }

  private drawRow({ pieces, edges, height }: Row, y: number): void {
    const top = PAGE.top + y;
    for (const { x, base, text, size, isBold } of pieces) this.text(text, PAGE.left + x, top + base, size, isBold);
    if (!edges) return;
    this.document.lineWidth(0.5);
    for (const [at, edge] of edges.entries()) {
      const next = edges[at + 1];
      if (next !== undefined) this.document.rect(PAGE.left + edge, top, next - edge, height).stroke();
    }
  }

  private bodyPage(): void {
    this.bodyPages += 1;
    this.page(String(this.bodyPages));
  }

  /** Writes one part from a new page on, with its place in the outline. */
  async add(part: SheetPart, number: number): Promise<void> {
    this.bodyPage();
    this.document.outline.addItem(part.title);
    this.document.addNamedDestination(`part-${number}`);
    const column = new Column(
      (row, y) => this.drawRow(row, y),
      () => this.bodyPage(),
    );
    for (const block of part.blocks) {
      for (const row of rowsOf(block, this.widthOf)) column.add(row);
      await breathe();
    }
    column.flush();
  }

  /** Ends the file; returns its size. */
  async finish(): Promise<number> {
    const ended = new Promise<void>((resolve, reject) => {
      this.document.once("end", resolve);
      this.document.once("error", reject);
    });
    this.document.end();
    await ended;
    closeSync(this.file);
    return this.size;
  }
}
