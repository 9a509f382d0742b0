// Runs as a thread of its own, started by read-document.ts from its path: Node reads it as it stands, no bundler touches it.
import { parentPort, workerData } from "node:worker_threads";
import { isRefusal } from "#domain/refusal.ts";
import { cleanText } from "#server/materials/clean-text.ts";
import type { RawDocument } from "./raw-document.ts";
import { plainDocument, readBytes } from "./read-bytes.ts";
import type { DocumentJob, DocumentReply } from "./read-document.ts";

async function rawOf({ source }: DocumentJob): Promise<RawDocument> {
  if ("bytes" in source) return readBytes(source.bytes, source.name);
  if ("html" in source) return (await import("./html-to-markdown.ts")).htmlToMarkdown(source.html);
  const { form, title, out } = source;
  return { ...plainDocument(source.text, form === undefined ? undefined : form === "markdown"), title: title ?? "", out: [...(out ?? [])] };
}

async function replyTo(job: DocumentJob): Promise<DocumentReply> {
  try {
    const raw = await rawOf(job);
    return { raw, clean: cleanText(raw.text, { form: raw.form, title: raw.title, out: raw.out, ...job.wishes }) };
  } catch (error) {
    if (isRefusal(error)) return { refusal: { code: error.code, params: error.params } };
    if (error instanceof RangeError) return { refusal: { code: "text-nested", params: {} } };
    throw error;
  }
}

parentPort?.postMessage(await replyTo(workerData as DocumentJob));
