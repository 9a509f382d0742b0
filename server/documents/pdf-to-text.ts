import { getDocumentProxy } from "unpdf";
import { Refusal } from "#domain/refusal.ts";
import { type PdfPage, type Piece, pdfParagraphs } from "./pdf-lines.ts";
import { counted, DOCUMENT_LIMITS, type RawDocument } from "./raw-document.ts";

type Item = { str?: string; transform?: number[]; width?: number; height?: number };

function pieceOf({ str = "", transform = [], width = 0, height = 0 }: Item): Piece {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: height || Math.hypot(c, d) || 12 };
}

async function pagesOf(bytes: Uint8Array): Promise<{ pages: PdfPage[]; title: string }> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true });
  if (document.numPages > DOCUMENT_LIMITS.pages) throw new Refusal("pdf-too-long", { limit: DOCUMENT_LIMITS.pages, field: "file" });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({ pieces: (items as Item[]).map(pieceOf), height: page.getViewport({ scale: 1 }).height });
    page.cleanup();
  }
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title } = info as { Title?: unknown };
  return { pages, title: typeof Title === "string" ? Title.trim() : "" };
}

/** The text of a PDF (not of pictures in it). Refuses `pdf-without-text`, `pdf-locked`, `pdf-too-long`, `document-damaged`. */
export async function pdfToText(bytes: Uint8Array): Promise<RawDocument> {
  try {
    const { pages, title } = await pagesOf(bytes);
    const { paragraphs, left } = pdfParagraphs(pages);
    // What programs write as a title is believed when the text says it too.
    const isSaid = title !== "" && paragraphs.slice(0, 6).some((words) => words.replaceAll(/\s/gu, "") === title.replaceAll(/\s/gu, ""));
    const running = counted(left.map((what) => ({ kind: "header" as const, what: what.replaceAll(/\d+/gu, "1") })));
    return { text: paragraphs.join("\n\n"), form: "text", title: isSaid ? title : "", out: [], left: running, pictures: [] };
  } catch (error) {
    const { name = "" } = error as Error;
    if (name === "PasswordException") throw new Refusal("pdf-locked", { field: "file" });
    if (
      /^(?:InvalidPDFException|FormatError|XRefParseException|UnexpectedResponseException|UnknownErrorException|MissingPDFException)$/u.test(
        name,
      )
    )
      throw new Refusal("document-damaged", { field: "file" });
    throw error;
  }
}
