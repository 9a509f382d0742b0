import { closeSync, openSync, writeSync } from "node:fs";
import type { BookFrame, SheetBlock, SheetPart } from "#domain/printing/sheets.ts";
import type { Entry } from "./write-pdf.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const html = (text: string): string => text.toWellFormed().replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? "");
const TAGS = { title: "h2", byline: "p", heading: "h3", text: "p", plain: "p" } as const;

const STYLE =
  "body{max-width:38em;margin:2em auto;padding:0 1em;font-family:FangSong,STFangsong,'Noto Serif CJK SC',serif;line-height:1.8;color:#222;background:#fff}" +
  "h1,h2,h3,th{font-family:SimHei,'Noto Sans CJK SC',sans-serif}h1,h2,.byline{text-align:center}.text{text-indent:2em;margin:.4em 0}.plain{margin:.4em 0}" +
  "section{break-before:page;margin-top:4em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.2em .5em;text-align:start;vertical-align:top}" +
  "nav ol{padding-inline-start:1.5em}a{color:inherit}@media(prefers-color-scheme:dark){body{background:#1b1a18;color:#e8e4dc}}";

function blockHtml(block: SheetBlock): string {
  if (block.kind === "table") {
    const row = (cells: readonly string[], tag: "td" | "th") =>
      `<tr>${cells.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join("")}</tr>`;
    return `<table>${block.header ? row(block.header, "th") : ""}${block.rows.map((cells) => row(cells, "td")).join("")}</table>`;
  }
  const tag = TAGS[block.kind];
  return block.text
    .split("\n")
    .map((line) => `<${tag} class="${block.kind}">${html(line)}</${tag}>`)
    .join("");
}

/** Writes a book as one HTML file that needs nothing from anywhere. */
export class HtmlBook {
  private readonly file: number;
  private size = 0;

  constructor(path: string, { title, language, cover, contentsTitle }: BookFrame, entries: readonly Entry[]) {
    this.file = openSync(path, "w");
    const links = entries.map((entry, number) => `<li><a href="#part-${number}">${html(entry.title)}</a></li>`).join("");
    const front = cover
      ? `<h1>${html(cover.title)}</h1>${[cover.subtitle, ...cover.lines].map((line) => `<p class="byline">${html(line)}</p>`).join("")}<nav><h2>${html(contentsTitle)}</h2><ol>${links}</ol></nav>`
      : "";
    this.put(
      `<!doctype html><html lang="${html(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(title)}</title><style>${STYLE}</style>${front}\n`,
    );
  }

  add({ blocks }: SheetPart, number: number): void {
    this.put(`<section id="part-${number}">`);
    for (const block of blocks) this.put(blockHtml(block));
    this.put("</section>\n");
  }

  /** Ends the file; returns its size. */
  finish(): number {
    this.put("</html>\n");
    closeSync(this.file);
    return this.size;
  }

  private put(text: string): void {
    this.size += writeSync(this.file, text);
  }
}
