import { type Mark, SHEET } from "#domain/certificates/layout.ts";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import { marksOf } from "./marks-of.ts";
import { type Font, openDocument } from "./open-font.ts";

function drawShape(document: PDFKit.PDFDocument, { shape, color }: Extract<Mark, { kind: "shape" }>): void {
  for (const ring of shape) {
    for (const [at, [x, y]] of ring.entries()) at === 0 ? document.moveTo(x, y) : document.lineTo(x, y);
    document.closePath();
  }
  document.fill(color);
}

function drawText(document: PDFKit.PDFDocument, { text, x, y, size, color, weight }: Extract<Mark, { kind: "text" }>): void {
  document.fontSize(size).fillColor(color).strokeColor(color).lineWidth(weight);
  document.text(text, x, y, { lineBreak: false, baseline: "alphabetic", ...(weight > 0 && { fill: true, stroke: true }) });
}

/** One page a certificate: what is ornament is marked as such, the code has words beside it, the rest is read aloud in order. */
function drawPage(document: PDFKit.PDFDocument, snapshot: CertificateSnapshot, font: Font): void {
  document.addPage({ size: [SHEET.width, SHEET.height], margin: 0 });
  const page = document.struct("Sect");
  for (const mark of marksOf(snapshot, font)) {
    if (mark.kind === "text") page.add(document.struct(mark.isTitle ? "H1" : "P", {}, () => drawText(document, mark)));
    else if (mark.isCode) page.add(document.struct("Figure", { alt: snapshot.verifyUrl }, () => drawShape(document, mark)));
    else {
      document.markContent("Artifact", { type: "Layout" });
      drawShape(document, mark);
      document.endMarkedContent();
    }
  }
  document.addStructure(page);
  page.end();
}

/** A PDF of one page a certificate, tagged, with the font's used glyphs in it. */
export async function drawPdf(snapshots: readonly CertificateSnapshot[], font: Font): Promise<Uint8Array> {
  const [first] = snapshots;
  const title = first ? (snapshots.length === 1 ? `${first.title} ${first.serial}` : `${first.title} · ${first.programme}`) : "";
  const document = openDocument({
    lang: "zh-CN",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: title, Author: first?.organisation ?? "" },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.once("end", resolve).once("error", reject));
  for (const snapshot of snapshots) drawPage(document, snapshot, font);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
