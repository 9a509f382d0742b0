import { Refusal } from "#domain/refusal.ts";
import { decodeText } from "#server/materials/decode-text.ts";
import { decodeHtml } from "./decode-html.ts";
import type { RawDocument } from "./raw-document.ts";

/** Plain text that is written as markdown: headings, a table, or code between fences. */
const IS_MARKDOWN = /^#{1,6} \S|^\|.*\|[ \t]*\r?\n\|?[ \t]*:?-{2,}|^```/mu;

/** Text as it was typed or pasted. */
export function plainDocument(text: string, isMarkdown = IS_MARKDOWN.test(text)): RawDocument {
  return { text, form: isMarkdown ? "markdown" : "text", title: "", out: [], left: [], pictures: [] };
}

/** By its first bytes and its name, which must agree; old Word, spreadsheets, pictures and the like are told apart. Of the readers only the one that is needed is
 * loaded: the thread is made for this one document. */
export async function readBytes(bytes: Uint8Array, fileName: string): Promise<RawDocument> {
  const start = Buffer.from(bytes.subarray(0, 5)).toString("hex");
  const ending = /\.([^.]*)$/u.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (start.startsWith("d0cf11e0")) throw new Refusal("file-old-word", { field: "file" });
  if (start === "255044462d") return (await import("./pdf-to-text.ts")).pdfToText(bytes);
  if (start.startsWith("504b")) {
    if (ending === "docx") return (await import("./docx-to-markdown.ts")).docxToMarkdown(bytes);
    throw new Refusal("document-kind", { field: "file" });
  }
  if (ending === "docx" || ending === "pdf") throw new Refusal("document-damaged", { field: "file" });
  if (/^(?:html?|xhtml|mht)$/u.test(ending)) return (await import("./html-to-markdown.ts")).htmlToMarkdown(decodeHtml(bytes));
  if (!/^(?:txt|text|md|markdown)$/u.test(ending)) throw new Refusal("document-kind", { field: "file" });
  const text = decodeText(bytes);
  return ending.startsWith("m") ? plainDocument(text, true) : plainDocument(text);
}
