import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { readDocument } from "#server/documents/read-document.ts";
import { command, noSubject } from "#server/verb.ts";
import { TEXT_LIMIT } from "./clean-text.ts";
import { findSameText } from "./find-material.ts";
import { blockSchema } from "./hast-schema.ts";
import { renderBlocks } from "./render-markdown.ts";

const upload = z.strictObject({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) });
/** A list as JSON, or as a form says it: repeated fields, one of them, none. */
const several = <S extends z.ZodType>(item: S, most: number) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(most));
const lineNumbers = several(z.coerce.number().int().min(1), 5_000);

const input = z.strictObject({
  file: upload.optional(),
  text: z.string().max(TEXT_LIMIT).default(""),
  /** What a browser gives beside the text when a piece of a page is pasted. */
  html: z.string().max(4_000_000).default(""),
  /** Of a text proposed once already, to be cleaned with other wishes: what is known of it. */
  form: z.enum(["text", "markdown"]).optional(),
  title: z
    .string()
    .max(1_000)
    .refine((line) => line.isWellFormed() && !line.includes("\u0000"), { message: "characters" })
    .optional(),
  out: lineNumbers,
  /** Kinds of change not to make, and lines not to take out. */
  keep: several(z.string().regex(/^[\w-]{1,20}$/), 20),
  keepLines: lineNumbers,
});

/** What was handed in. An unused file field of a form arrives as a file without a name. */
function sourceOf({ file, text, html, form, title, out }: z.output<typeof input>) {
  if (file && !(file.name === "" && file.bytes.length === 0)) return file;
  return html.trim() === "" ? { text, form, title, out } : { html };
}

/** Reads a document (Word, web page, PDF, markdown, plain text) or what was pasted, and proposes what would be kept, change by change. Saves nothing. */
export const proposeMaterial = command({
  at: "POST /api/desk/materials/propose",
  input,
  output: z.object({
    title: z.string(),
    markdown: z.string(),
    meta: z.object({ source: z.string().optional(), author: z.string().optional(), date: z.string().optional() }),
    changes: z.array(z.object({ kind: z.string(), before: z.string(), after: z.string(), line: z.number(), count: z.number() })),
    /** The lines that stay, cleaned, by their numbers in `original`. */
    lines: z.array(z.object({ line: z.number(), text: z.string() })),
    marked: z.number(),
    blocks: z.array(blockSchema),
    /** What was read out of the document, and what it was: handed in again with other wishes, it is cleaned again. */
    original: z.object({ text: z.string(), form: z.enum(["text", "markdown"]), title: z.string(), out: z.array(z.number()) }),
    /** What the document holds and the library does not take. */
    left: z.array(
      z.object({ kind: z.enum(["picture", "script", "embedded", "form", "comment", "header"]), what: z.string(), count: z.number() }),
    ),
    /** `picture:1` … of the text, in base64. */
    pictures: z.array(z.object({ name: z.string(), contentType: z.string(), data: z.string() })),
    same: z.object({ slug: z.string(), title: z.string() }).nullable(),
  }),
  refusals: [
    "text-empty",
    "text-too-long",
    "text-nested",
    "file-too-large",
    "file-empty",
    "file-not-text",
    "file-encoding-unknown",
    "file-old-word",
    "file-inflates-too-large",
    "document-kind",
    "document-damaged",
    "document-unsafe",
    "document-too-heavy",
    "pdf-without-text",
    "pdf-locked",
    "pdf-too-long",
    "import-busy",
  ],
  door: "desk",
  load: noSubject,
  may: can.seeMaterialsDesk,
  async run(tx, _subject, given) {
    const { keep, keepLines } = given;
    const source = sourceOf(given);
    if ("text" in source && source.text.trim() === "") throw new Refusal("text-empty", { field: "text" });
    // The reader may take its ten seconds while this transaction stands idle.
    await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '20000', true)`);
    const { raw, clean } = await readDocument({ source, wishes: { keep, keepLines } });
    const { text, form, title, out } = raw;
    return {
      ...clean,
      blocks: renderBlocks(clean.markdown),
      original: { text, form, title, out },
      left: raw.left,
      pictures: raw.pictures.map(({ name, contentType, bytes }) => ({ name, contentType, data: Buffer.from(bytes).toString("base64") })),
      same: await findSameText(tx, clean.markdown),
    };
  },
});
