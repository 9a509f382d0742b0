import { Refusal } from "#domain/refusal.ts";

/** A file's text, how it was written, and how many characters could not be read (they stand as U+FFFD). */
export type Decoded = { text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030"; lost: number };

/** First bytes of what people send by mistake: PNG, JPEG, GIF, PDF, zip (docx, xlsx), old Office, gzip, rar, 7z. */
const BINARY = ["89504e47", "ffd8ff", "47494638", "25504446", "504b0304", "504b0506", "d0cf11e0", "1f8b08", "52617221", "377abcaf"];

/** A damaged file is still read when at most this share of its characters is lost. */
const LOST_SHARE = 0.03;

/**
 * Reads text written in UTF-8 (with or without BOM), UTF-16 (with BOM) or GB18030. UTF-8 with a few broken bytes is read as
 * UTF-8, never as GB18030 that happens to fit. Refuses `file-empty`, `file-not-text`, `file-encoding-unknown`.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Refusal("file-empty");
  const start = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (BINARY.some((magic) => start.startsWith(magic))) throw new Refusal("file-not-text");
  if (start.startsWith("fffe")) return checked(read(bytes, "utf-16le"));
  if (start.startsWith("feff")) return checked(read(bytes, "utf-16be"));
  if (bytes.includes(0)) throw new Refusal("file-not-text");
  const utf8 = read(bytes, "utf-8");
  if (utf8.lost === 0 || isMostlyUtf8(utf8)) return checked(utf8);
  return checked(read(bytes, "gb18030"));
}

function read(bytes: Uint8Array, encoding: Decoded["encoding"]): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, lost: 0 };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, lost: countOf(text, "\uFFFD") };
  }
}

/** Real GB18030 read as UTF-8 loses nearly everything beyond ASCII; damaged UTF-8 keeps nearly everything. */
function isMostlyUtf8({ text, lost }: Decoded): boolean {
  const beyondAscii = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0;
  return beyondAscii > 20 * lost;
}

function checked(decoded: Decoded): Decoded {
  const { text, lost } = decoded;
  const strange = text.match(/[\p{Co}\p{Cn}\u0001-\u0008\u000E-\u001F\u0080-\u0084\u0086-\u009F]/gu)?.length ?? 0;
  if (lost + strange > text.length * LOST_SHARE) throw new Refusal("file-encoding-unknown");
  if (text.trim() === "") throw new Refusal("file-empty");
  return decoded;
}

function countOf(text: string, char: string): number {
  return text.split(char).length - 1;
}
