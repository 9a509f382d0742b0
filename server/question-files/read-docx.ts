import mammoth from "mammoth";
import { decodeEntities } from "#domain/questions/formats/entities.ts";
import { wrong } from "#domain/questions/formats/problem.ts";
import { readText } from "#domain/questions/formats/read-text.ts";
import type { EmbeddedMedium, ParsedFile, ParsedRow } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { inspectZip } from "#server/imports/inspect-zip.ts";
import type { ReadQuestions } from "./read-question-file.ts";
import { readSheetQuestions } from "./read-sheet-questions.ts";
import { tableOfWord } from "./word-table.ts";

/** Where a picture stood: a sign that nobody types, with its number. */
const PICTURE = /\uFFFC(\d{1,3})\uFFFC/gu;
const MOST_PICTURES = 200;
const MOST_OPTIONS = 10;

/**
 * Word's automatic numbers are in no text. A list of one entry, or of very many, is questions and goes on counting; two to ten entries
 * together are the options of the question above and get letters.
 */
class Numbering {
  #question = 0;
  readonly #lists: { count: number; at: number }[] = [];

  open(count: number): void {
    this.#lists.push({ count, at: 0 });
  }
  close(): void {
    this.#lists.pop();
  }
  next(): string {
    const list = this.#lists.at(-1);
    if (!list) return "";
    if (list.count > 1 && list.count <= MOST_OPTIONS && this.#question > 0) return `${String.fromCharCode(65 + list.at++)}. `;
    this.#question++;
    return `${this.#question}. `;
  }
}

/** What mammoth makes of a document, as lines of text: a row of a table is one line, with a tab between its cells. */
function linesOf(html: string): string {
  const numbering = new Numbering();
  /** Which paragraph of a cell is next; null outside of tables. */
  let inCell: number | null = null;
  let text = "";
  let at = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z]+\d?)[^<>]*>/gu)) {
    text += html.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const [whole, closing = "", name = ""] = tag;
    if (name === "ol" && closing !== "") numbering.close();
    else if (name === "ol") numbering.open(html.slice(at, Math.max(at, html.indexOf("</ol>", at))).split("<li>").length - 1);
    else if (name === "li" && closing === "") text += `\n${numbering.next()}`;
    else if (name === "img") text += / src="(\uFFFC\d+\uFFFC)"/u.exec(whole)?.[1] ?? "";
    else if (name === "td" || name === "th") {
      if (closing === "" && !text.endsWith("\n")) text += "\t";
      inCell = closing === "" ? 0 : null;
    } else if (inCell !== null && name === "p") {
      if (closing === "" && inCell++ > 0) text += "\n";
    } else if (/^(?:p|h\d|br|tr|table|ul)$/u.test(name)) text += "\n";
  }
  return decodeEntities(text + html.slice(at)).replaceAll(/\n{3,}/gu, "\n\n");
}

/** Any value with the signs of pictures taken out of its texts. A text of nothing else says that there is a picture. */
function withoutSigns<T>(value: T): T {
  if (typeof value === "string") {
    const bare = value.replaceAll(PICTURE, "").trim();
    return (bare === "" && value !== "" ? "（见图）" : value.includes("\uFFFC") ? bare : value) as T;
  }
  if (Array.isArray(value)) return value.map(withoutSigns) as T;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSigns(inner)])) as T;
}

function withPictures(row: ParsedRow, pictures: readonly (EmbeddedMedium | null)[]): ParsedRow {
  const signs = [...JSON.stringify(row.raw).matchAll(PICTURE)].map((sign) => Number(sign[1]));
  if (signs.length === 0) return row;
  const media = signs.flatMap((number) => pictures[number - 1] ?? []);
  const lost = signs.length - media.length;
  const problems =
    lost > 0
      ? [...row.problems, wrong("pictures-unreadable", { count: lost }, { line: row.line, suggestion: { code: "save-without-medium" } })]
      : row.problems;
  const draft = row.draft && { ...withoutSigns(row.draft), media };
  return { ...row, raw: withoutSigns(row.raw), draft, problems };
}

/** A document whose questions stand in a table, where nothing outside of it is one; else null. */
function readTable(html: string): ParsedFile | null {
  const table = tableOfWord(html);
  if (!table) return null;
  const outside = readText(linesOf(html.replaceAll(/<table[^<>]*>[\s\S]*?<\/table>/gu, "")));
  return outside.rows.some(({ draft }) => draft !== null) ? null : readSheetQuestions(table);
}

/** A Word document read as a text of questions, or as a table of them; its pictures go with the question beside which they stand. */
export async function readDocx(bytes: Uint8Array): Promise<ReadQuestions> {
  const names = await inspectZip(bytes, { holdsFiles: true });
  if (!names.includes("word/document.xml")) throw new Refusal("document-damaged", { field: "file" });
  const pictures: (EmbeddedMedium | null)[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const isShown = /^image\/(?:png|jpeg|gif|webp)$/u.test(image.contentType) && pictures.length < MOST_PICTURES;
    const name = `word-${pictures.length + 1}.${image.contentType.slice(6)}`;
    pictures.push(isShown ? { type: "image", name, alt: "", bytes: Uint8Array.from(await image.readAsBuffer()), part: null } : null);
    return { src: `\uFFFC${pictures.length}\uFFFC` };
  });
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage }).catch(() => {
    throw new Refusal("document-damaged", { field: "file" });
  });
  const table = readTable(value);
  const file = table ?? readText(linesOf(value));
  return { format: table ? "sheet" : "text", parsed: { ...file, rows: file.rows.map((row) => withPictures(row, pictures)) } };
}
