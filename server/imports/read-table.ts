import { Refusal, type RefusalParams } from "#domain/refusal.ts";
import { workInThread } from "#server/work-in-thread.ts";
import { TABLE_LIMITS, type Table } from "./table.ts";

export type TableJob = { bytes: Uint8Array; kind: "xlsx" | "csv"; sheet: string };
export type TableReply = { table: Table } | { refusal: { code: string; params: RefusalParams } };

const MAX_READERS = 2;
let readers = 0;
/** A seat is free when its thread is gone, so that the memory of all of them together has its bound. */
const leave = (): void => {
  readers--;
};

/**
 * Reads an .xlsx or .csv (UTF-8, UTF-16 with BOM, GB18030) as text, in a thread that may take ten seconds of the processor and 384 MB and no more.
 * Refuses `file-too-large`, `file-empty`, `file-kind`, `file-old-excel`, `file-not-a-table`, `file-damaged`, `file-unsafe` (reason),
 * `file-inflates-too-large`, `file-not-text`, `file-encoding-unknown`, `quote-unclosed`, `row-limit`, `column-limit`, `cell-limit`,
 * `cell-unreadable`, `table-too-large`, `header-forbidden`, `import-busy`. Never returns part of a file.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.length === 0) throw new Refusal("file-empty");
  if (bytes.length > TABLE_LIMITS.fileBytes) throw new Refusal("file-too-large", { limitMb: TABLE_LIMITS.fileBytes / 1024 / 1024 });
  const job = { bytes, kind: kindOf(bytes, fileName), sheet: fileName.replace(/^.*[\\/]|\.[^.]*$/gu, "") };
  if (readers >= MAX_READERS) throw new Refusal("import-busy");
  readers++;
  const reply = await workInThread<TableReply>(["server", "imports", "table-worker.ts"], job, () => new Refusal("table-too-large"), leave);
  if ("refusal" in reply) throw new Refusal(reply.refusal.code, reply.refusal.params);
  return reply.table;
}

/** By name and by the first bytes, which must agree. */
function kindOf(bytes: Uint8Array, fileName: string): "xlsx" | "csv" {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (start === "d0cf11e0") throw new Refusal("file-old-excel");
  const isZip = start.startsWith("504b");
  if (/\.xlsx$/iu.test(fileName)) {
    if (isZip) return "xlsx";
    throw new Refusal("file-not-a-table");
  }
  if (!/\.(?:csv|txt|tsv)$/iu.test(fileName)) throw new Refusal(/\.xls$/iu.test(fileName) ? "file-not-a-table" : "file-kind");
  if (isZip) throw new Refusal("file-not-a-table");
  return "csv";
}
