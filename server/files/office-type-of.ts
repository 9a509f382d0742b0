import { isRefusal } from "#domain/refusal.ts";
import { zipEntriesOf } from "#server/imports/zip-entries.ts";
import type { FileType } from "./type-of-bytes.ts";

const OPEN = "application/vnd.openxmlformats-officedocument";
/** By the part every such document has. */
const PACKED: readonly (readonly [string, FileType])[] = [
  ["word/document.xml", { contentType: `${OPEN}.wordprocessingml.document`, endings: ["docx"] }],
  ["xl/workbook.xml", { contentType: `${OPEN}.spreadsheetml.sheet`, endings: ["xlsx"] }],
  ["ppt/presentation.xml", { contentType: `${OPEN}.presentationml.presentation`, endings: ["pptx"] }],
];
/** The old compound documents, WPS's among them, by the stream every such document has. */
const COMPOUND: readonly (readonly [string, FileType])[] = [
  ["WordDocument", { contentType: "application/msword", endings: ["doc", "wps"] }],
  ["Workbook", { contentType: "application/vnd.ms-excel", endings: ["xls", "et"] }],
  ["PowerPoint Document", { contentType: "application/vnd.ms-powerpoint", endings: ["ppt", "dps"] }],
];
const COMPOUND_START = "d0cf11e0a1b11ae1";
const MACROS = "_VBA_PROJECT";

function packedType(bytes: Uint8Array): FileType | null {
  try {
    const names = zipEntriesOf(bytes, true).map(({ name }) => name);
    if (!names.includes("[Content_Types].xml") || names.some((name) => /vbaProject\.bin$/iu.test(name))) return null;
    return PACKED.find(([part]) => names.includes(part))?.[1] ?? null;
  } catch (error) {
    if (isRefusal(error)) return null; // a zip that no office program wrote
    throw error;
  }
}

function compoundType(bytes: Uint8Array): FileType | null {
  const has = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, "utf16le"));
  return has(MACROS) ? null : (COMPOUND.find(([stream]) => has(stream))?.[1] ?? null);
}

/** The kind of an office document by its bytes; null for anything else, and for documents with macros. Nothing is unpacked. */
export function officeTypeOf(bytes: Uint8Array): FileType | null {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (start === COMPOUND_START) return compoundType(bytes);
  return start.startsWith("504b0304") ? packedType(bytes) : null;
}
