import { z } from "zod";
import { type ExportCell, type SheetDress, writeXlsx } from "./exports/write-table.ts";

/** What a verb gives whose answer is a file; `app/_http/download.ts` makes it one. */
export const fileReply = z.object({
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type FileReply = z.output<typeof fileReply>;

/** A spreadsheet as a reply: `name` is both the sheet's and, with `.xlsx`, the file's. */
export async function xlsxReply(
  name: string,
  header: readonly string[],
  rows: readonly (readonly ExportCell[])[],
  dress: SheetDress = {},
): Promise<FileReply> {
  const bytes = await writeXlsx(name, header, rows, dress);
  return { fileName: `${name}.xlsx`, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}

/** A file too large to be held at once: its bytes come a part at a time. */
export const streamReply = z.object({
  fileName: z.string(),
  contentType: z.string(),
  size: z.number(),
  parts: z.custom<AsyncIterable<Uint8Array>>((value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value),
});
export type StreamReply = z.output<typeof streamReply>;
