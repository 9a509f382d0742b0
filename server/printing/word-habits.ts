import PDFDocument from "pdfkit";
import type { Habits, WidthOf } from "#domain/printing/break-lines.ts";

const LAST_LATIN = 0x7e;

/** A quarter of an em between Chinese and Latin, and marks that hang over the edge: what Word and LibreOffice do unless told otherwise. */
export const WORD_HABITS: Habits = { between: 0.25, hangs: true };

/** Widths in Word: Latin in Times New Roman (its metrics are those of a PDF's Times), everything else in squares. */
export function widthsInWord(): WidthOf {
  const document = new PDFDocument({ autoFirstPage: false }).font("Times-Roman").fontSize(1);
  const latin = Array.from({ length: LAST_LATIN + 1 }, (_, code) => (code < 0x20 ? 0 : document.widthOfString(String.fromCharCode(code))));
  return (code) => latin[code] ?? 1;
}
