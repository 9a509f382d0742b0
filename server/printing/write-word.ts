import { type BookFrame, type Cover, PAGE, type SheetBlock, type SheetPart } from "#domain/printing/sheets.ts";
import {
  CONTENT_TYPES,
  coreXml,
  DOCUMENT_HEAD,
  DOCUMENT_RELATIONS,
  footerXml,
  PACKAGE_RELATIONS,
  sectionOf,
  settingsXml,
  stylesXml,
  twips,
} from "./word-parts.ts";
import type { Entry } from "./write-pdf.ts";
import { ZipFile } from "./write-zip.ts";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML cannot hold at all is left out; the rest is written so that it stays text. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, "")
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? "");

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
const paragraph = (style: string, inside: string, more = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`;
const field = (kind: "begin" | "separate" | "end"): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
const bookmarkOf = (number: number): string => `_Toc${String(number + 1).padStart(8, "0")}`;

const STYLES = { title: "Heading1", byline: "Byline", heading: "Heading2", text: "Body", plain: "Normal" } as const;

function tableXml({ shares, header, rows }: Extract<SheetBlock, { kind: "table" }>): string {
  const widths = shares.map((share) => twips(share * PAGE.columnWidth));
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join("");
  const cell = (text: string, at: number, isHead: boolean): string => {
    const bold = isHead ? "<w:rPr><w:b/></w:rPr>" : "";
    const lines = text.split("\n").map((line) => paragraph("Cell", `<w:r>${bold}<w:t xml:space="preserve">${xml(line)}</w:t></w:r>`));
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${lines.join("")}</w:tc>`;
  };
  const row = (cells: readonly string[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text, at) => cell(text, at, isHead)).join("")}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${twips(PAGE.columnWidth)}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${header ? row(header, true) : ""}${rows.map((cells) => row(cells, false)).join("")}</w:tbl>`
  );
}

function blockXml(block: SheetBlock, mark: string): string {
  if (block.kind === "table") return tableXml(block);
  return block.text
    .split("\n")
    .map((line, at) => paragraph(STYLES[block.kind], at === 0 && mark !== "" ? mark.replace("…", run(line)) : run(line)))
    .join("");
}

function coverXml({ title, subtitle, lines }: Cover): string {
  const down = (points: number) => `<w:spacing w:before="${twips(points)}" w:line="960" w:lineRule="exact"/>`;
  const last = lines.map((line, at) =>
    paragraph("Byline", run(line), at === 0 ? `<w:spacing w:before="${twips(260)}" w:line="600" w:lineRule="exact"/>` : ""),
  );
  return (
    paragraph("Title", run(title), down(140)) +
    paragraph("Subtitle", run(subtitle)) +
    last.join("") +
    `<w:p><w:pPr>${sectionOf("none")}</w:pPr></w:p>`
  );
}

/**
 * The contents: links with the number of a page each. Not a TOC field, whose numbers LibreOffice leaves as they were written: a reference to a
 * page it reckons anew, so they are right in whatever typeface stands in for ours. Word does so on opening (settings).
 */
function contentsXml(title: string, entries: readonly Entry[]): string {
  const lines = entries.map(({ title: text, page }, number) => {
    const place = field("begin") + instruction(`PAGEREF ${bookmarkOf(number)} \\h`) + field("separate") + run(String(page)) + field("end");
    return paragraph(
      "TOC1",
      `<w:hyperlink w:anchor="${bookmarkOf(number)}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${place}</w:hyperlink>`,
    );
  });
  return `${paragraph("TOCHeading", run(title))}${lines.join("")}<w:p><w:pPr><w:pStyle w:val="TOC1"/>${sectionOf("none")}</w:pPr></w:p>`;
}

/** Writes a book as a Word file, part by part. */
export class WordBook {
  private readonly zip: ZipFile;
  private readonly frame: BookFrame;
  private readonly entries: readonly Entry[];

  constructor(path: string, frame: BookFrame, entries: readonly Entry[]) {
    this.zip = new ZipFile(path);
    this.frame = frame;
    this.entries = entries;
  }

  /** Writes everything before the first part. */
  async begin(): Promise<void> {
    const { zip, frame } = this;
    await zip.add("[Content_Types].xml", CONTENT_TYPES);
    await zip.add("_rels/.rels", PACKAGE_RELATIONS);
    await zip.add("docProps/core.xml", coreXml(xml(frame.title)));
    await zip.add("word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
    await zip.add("word/styles.xml", stylesXml());
    await zip.add("word/settings.xml", settingsXml(frame.cover !== null));
    await zip.add("word/footer1.xml", footerXml());
    await zip.begin("word/document.xml");
    await zip.write(DOCUMENT_HEAD);
    if (frame.cover) await zip.write(coverXml(frame.cover) + contentsXml(frame.contentsTitle, this.entries));
  }

  /** Writes one part; all but the first begin a new page. */
  async add({ blocks }: SheetPart, number: number): Promise<void> {
    const name = bookmarkOf(number);
    const mark = `<w:bookmarkStart w:id="${number + 1}" w:name="${name}"/>…<w:bookmarkEnd w:id="${number + 1}"/>`;
    for (const [at, block] of blocks.entries()) {
      const text = blockXml(block, at === 0 ? mark : "");
      await this.zip.write(at === 0 && number > 0 ? text.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>") : text);
    }
  }

  /** Ends the file; returns its size. */
  async finish(): Promise<number> {
    await this.zip.write(`${sectionOf("decimal")}</w:body></w:document>`);
    return this.zip.finish();
  }
}
