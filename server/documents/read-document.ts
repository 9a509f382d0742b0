import { Refusal, type RefusalParams } from "#domain/refusal.ts";
import type { CleanText, CleanWishes } from "#server/materials/clean-text.ts";
import { workInThread } from "#server/work-in-thread.ts";
import { DOCUMENT_LIMITS, type RawDocument } from "./raw-document.ts";

export type DocumentJob = Readonly<{
  source:
    | Readonly<{ bytes: Uint8Array; name: string }>
    | Readonly<{ html: string }>
    | Readonly<{ text: string; form?: "text" | "markdown" | undefined; title?: string | undefined; out?: readonly number[] | undefined }>;
  wishes: Pick<CleanWishes, "keep" | "keepLines">;
}>;
type Read = { raw: RawDocument; clean: CleanText };
export type DocumentReply = Read | { refusal: { code: string; params: RefusalParams } };

const MAX_READERS = 2;
let readers = 0;
/** A seat is free when its thread is gone, so that the memory of all of them together has its bound. */
const leave = (): void => {
  readers--;
};

/**
 * Reads a document (.docx, .html, .md, .txt, .pdf; by its bytes and its name) or a pasted text and cleans it, in a thread that may take ten
 * seconds and 384 MB and no more. Refuses `file-empty`, `file-too-large`, `document-kind`, `document-damaged`, `document-unsafe`,
 * `document-too-heavy`, `file-inflates-too-large`, `file-old-word`, `pdf-without-text`, `pdf-locked`, `pdf-too-long`, `import-busy`, and what
 * decodeText and cleanText refuse. Never returns part of a document.
 */
export async function readDocument(job: DocumentJob): Promise<Read> {
  const { source } = job;
  if ("bytes" in source) {
    if (source.bytes.length === 0) throw new Refusal("file-empty", { field: "file" });
    const limitMb = DOCUMENT_LIMITS.fileBytes / 1024 / 1024;
    if (source.bytes.length > DOCUMENT_LIMITS.fileBytes) throw new Refusal("file-too-large", { limitMb, field: "file" });
  }
  const tooHeavy = () => new Refusal("document-too-heavy", "bytes" in source ? { field: "file" } : {});
  if (readers >= MAX_READERS) throw new Refusal("import-busy");
  readers++;
  const reply = await workInThread<DocumentReply>(["server", "documents", "document-worker.ts"], job, tooHeavy, leave);
  if ("refusal" in reply)
    throw new Refusal(reply.refusal.code, "bytes" in source ? { field: "file", ...reply.refusal.params } : reply.refusal.params);
  return reply;
}
