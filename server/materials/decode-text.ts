import { Refusal } from "#domain/refusal.ts";
import { decodeBytes } from "#server/imports/decode-bytes.ts";
import { TEXT_LIMIT } from "./clean-text.ts";

/** Largest uploaded text file, in bytes. */
export const TEXT_FILE_LIMIT = 2 * 1024 * 1024;

/**
 * The text of an uploaded .txt or .md file; bytes that cannot be read stand as U+FFFD for cleanText to mark.
 * Refuses `file-too-large`, `text-too-long`, `file-empty`, `file-not-text`, `file-encoding-unknown`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > TEXT_FILE_LIMIT) throw new Refusal("file-too-large", { limitMb: TEXT_FILE_LIMIT / 1024 / 1024 });
  const { text } = decodeBytes(bytes);
  if (text.length > TEXT_LIMIT) throw new Refusal("text-too-long", { limit: TEXT_LIMIT });
  return text;
}
