// Runs as a thread of its own, started by read-table.ts from its path: Node reads it as it stands, no bundler touches it.
import { parentPort, workerData } from "node:worker_threads";
import { isRefusal } from "#domain/refusal.ts";
import { readCsv } from "./read-csv.ts";
import { readSheet } from "./read-sheet.ts";
import type { TableJob, TableReply } from "./read-table.ts";

async function replyTo({ bytes, kind, sheet }: TableJob): Promise<TableReply> {
  try {
    return { table: kind === "xlsx" ? await readSheet(bytes) : readCsv(bytes, sheet) };
  } catch (error) {
    if (isRefusal(error)) return { refusal: { code: error.code, params: error.params } };
    throw error;
  }
}

parentPort?.postMessage(await replyTo(workerData as TableJob));
