import mammoth from "mammoth";
import { Refusal } from "#domain/refusal.ts";
import { inspectZip } from "#server/imports/inspect-zip.ts";
import { htmlToMarkdown, keepPicture } from "./html-to-markdown.ts";
import type { DocumentPicture, LeftOut, RawDocument } from "./raw-document.ts";

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** Parts of a Word file that are no text of it, with what an editor would call them. */
const LEFT: readonly [RegExp, LeftOut["kind"]][] = [
  [/^word\/(?:header|footer)\d*\.xml$/u, "header"],
  [/^word\/embeddings\//u, "embedded"],
  [/^word\/charts\/chart\d*\.xml$/u, "embedded"],
  [/^word\/diagrams\/data\d*\.xml$/u, "embedded"],
  [/^word\/comments\.xml$/u, "comment"],
  [/vbaProject\.bin$/u, "script"],
];

function leftOf(names: readonly string[]): LeftOut[] {
  return LEFT.flatMap(([pattern, kind]) => {
    const count = names.filter((name) => pattern.test(name)).length;
    return count > 0 ? [{ kind, what: names.find((name) => pattern.test(name))?.replace(/^word\//u, "") ?? "", count }] : [];
  });
}

/** What is said of a workbook that does not open is said of a document in words of its own. */
async function inspected(bytes: Uint8Array): Promise<string[]> {
  try {
    return await inspectZip(bytes, { holdsFiles: true });
  } catch (error) {
    const { code, params } = error as Refusal;
    if (code === "file-inflates-too-large") throw new Refusal(code, { ...params, field: "file" });
    if (code === "file-damaged") throw new Refusal("document-damaged", { field: "file" });
    if (typeof code === "string") throw new Refusal("document-unsafe", { field: "file" });
    throw error;
  }
}

/** A Word document (.docx) as markdown: headings, lists, tables, bold, links, notes; its pictures, and what is left out of it. */
export async function docxToMarkdown(bytes: Uint8Array): Promise<RawDocument> {
  const names = await inspected(bytes);
  if (!names.includes("word/document.xml")) throw new Refusal("document-damaged", { field: "file" });
  const pictures: DocumentPicture[] = [];
  const left = leftOf(names);
  const convertImage = mammoth.images.imgElement(async (image) => {
    const kept = keepPicture(pictures, await image.readAsBuffer());
    return { src: kept === null ? image.contentType : `picture:${kept}` };
  });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap: STYLES }).catch(() => {
    throw new Refusal("document-damaged", { field: "file" });
  });
  const raw = htmlToMarkdown(`<body>${value}</body>`, pictures);
  return { ...raw, left: [...left, ...raw.left] };
}
