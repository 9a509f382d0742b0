import { createHash } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { fileParts, files } from "#db/schema/files.ts";
import { fieldRefusal } from "#server/verb.ts";
import { officeTypeOf } from "./office-type-of.ts";
import { pictureSizeOf } from "./picture-size.ts";
import { type FileType, typeOfBytes } from "./type-of-bytes.ts";

/** Largest file, in bytes: what is larger belongs on a media server (docs/decisions/0015). */
export const FILE_LIMIT = 25_000_000;
/** Bytes of one row of `file_parts`. */
export const PART_BYTES = 1_048_576;
/** A picture that opens into more than this would fill a phone's memory, however small it is packed. */
const MOST_PIXELS = 40_000_000;
const MOST_SIDE = 12_000;
const LONGEST_NAME = 120;

type Given = Readonly<{ name: string; bytes: Uint8Array; createdBy: number; now: Date }> &
  (Readonly<{ materialId: number }> | Readonly<{ taskId: number }> | Readonly<{ meetingId: number }> | Readonly<{ questionId: number }>);
export type StoredFile = Readonly<{ id: number; name: string; contentType: string; size: number }>;

/** What shows that a task was done: a picture, a PDF or an office document; sound and film stay with texts. */
function evidenceTypeOf(bytes: Uint8Array): FileType | null {
  const type = typeOfBytes(bytes);
  return type && /^(?:image\/|application\/pdf$)/.test(type.contentType) ? type : officeTypeOf(bytes);
}

/** The name without its folders and without what has no place in a header or an address, ending as its type does. */
function nameOf(given: string, endings: readonly string[]): string {
  const [main = "", ending = ""] = /^(.*?)(?:\.([^.]*))?$/su.exec((given.split(/[\\/]/).at(-1) ?? "").normalize("NFC"))?.slice(1) ?? [];
  const clean = main.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}"*:<>?|#%&[\]()]+/gu, " ").trim();
  const known = endings.includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[0];
  return `${[...clean].slice(0, LONGEST_NAME).join("") || "file"}.${known}`;
}

type Flaw = Readonly<{ code: "picture-damaged" | "picture-too-large"; params: Record<string, number> }>;

/** Why a picture cannot be shown: its size cannot be read, or it would fill a phone's memory. Null when it can, or is no picture. */
export function flawOfPicture(bytes: Uint8Array, contentType: string | undefined): Flaw | null {
  if (!contentType?.startsWith("image/")) return null;
  const size = pictureSizeOf(bytes, contentType);
  if (!size) return { code: "picture-damaged", params: {} };
  const { width, height } = size;
  const isFlood = width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS;
  return isFlood ? { code: "picture-too-large", params: { width, height } } : null;
}

/**
 * Keeps a file with what it belongs to, in the same transaction. A type is believed by its first bytes, never by its name. Refuses at `file`:
 * `file-empty`, `file-too-large`, `file-type` (kept: png, jpeg, gif, webp, pdf, mp3, m4a, ogg, wav, mp4, webm), `picture-damaged`,
 * `picture-too-large`. A meeting takes office documents without macros as well. For a task `evidence-type`
 * instead (kept: pictures, pdf, and office documents).
 */
export async function storeFile(tx: Tx, { name, bytes, createdBy, now, ...owner }: Given): Promise<StoredFile> {
  if (bytes.length === 0) throw fieldRefusal("file", "file-empty");
  if (bytes.length > FILE_LIMIT) throw fieldRefusal("file", "file-too-large", { limitMb: FILE_LIMIT / 1_000_000 });
  const isEvidence = "taskId" in owner;
  const type = isEvidence ? evidenceTypeOf(bytes) : (typeOfBytes(bytes) ?? ("meetingId" in owner ? officeTypeOf(bytes) : null));
  if (!type) throw fieldRefusal("file", isEvidence ? "evidence-type" : "file-type");
  const flaw = flawOfPicture(bytes, type.contentType);
  if (flaw) throw fieldRefusal("file", flaw.code, flaw.params);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const row = { name: nameOf(name, type.endings), contentType: type.contentType, size: bytes.length };
  const [made] = await tx
    .insert(files)
    .values({ ...owner, ...row, sha256, createdBy, createdAt: now })
    .returning({ id: files.id });
  const { id } = made as { id: number };
  for (let part = 0; part * PART_BYTES < bytes.length; part += 1) {
    const slice = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    await tx.insert(fileParts).values({ fileId: id, part, bytes: slice });
  }
  return { id, ...row };
}
