import { join } from "node:path";
import PDFDocument from "pdfkit";

type Command = Readonly<{ command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath"; args: readonly number[] }>;
export type Glyph = Readonly<{ path: Readonly<{ commands: readonly Command[] }> }>;
/** What we need of fontkit's font. */
export type Font = Readonly<{
  unitsPerEm: number;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
  layout: (
    text: string,
  ) => Readonly<{ glyphs: readonly Glyph[]; positions: readonly Readonly<{ xAdvance: number }>[]; advanceWidth: number }>;
}>;

export const FONT_FILE = join(/* turbopackIgnore: true */ process.cwd(), "server", "exports", "fonts", "NotoSansSC-Regular.ttf");
export const FONT_NAME = "NotoSansSC";

/** A document without pages that has the font under FONT_NAME. */
export function openDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const document = new PDFDocument({ ...options, autoFirstPage: false, font: FONT_FILE });
  document.registerFont(FONT_NAME, FONT_FILE);
  return document.font(FONT_NAME);
}

/** The very font the documents are set in, as pdfkit's own fontkit opened it: what is measured and drawn here is what is printed there. */
export function openFont(): Font {
  const { _font } = openDocument({}) as unknown as { _font: { font: Font } };
  return _font.font;
}
