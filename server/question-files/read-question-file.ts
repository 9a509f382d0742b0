import type { ParsedFile, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { Refusal, type RefusalParams } from "#domain/refusal.ts";
import { TABLE_LIMITS } from "#server/imports/table.ts";
import { workInThread } from "#server/work-in-thread.ts";

/** A file by its bytes and its name, or a text that was pasted; the format where somebody has chosen one. */
export type QuestionSource = (Readonly<{ bytes: Uint8Array; name: string }> | Readonly<{ text: string }>) &
  Readonly<{ format?: QuestionFormat | undefined }>;
export type ReadQuestions = { format: QuestionFormat; parsed: ParsedFile };
export type QuestionFileReply = ReadQuestions | { refusal: { code: string; params: RefusalParams } };

const MAX_READERS = 2;
let readers = 0;
/** A seat is free when its thread is gone, so that the memory of all of them together has its bound. */
const leave = (): void => {
  readers--;
};

/**
 * Reads a file of questions in a thread that may take ten seconds of the processor and 384 MB and no more. Says of every question what is wrong with it;
 * refuses only what is no such file: what readTable, readDocument and decodeBytes refuse, and `questions-unknown-format`,
 * `questions-too-heavy`, `import-busy`. Never returns part of a file.
 */
export async function readQuestionFile(source: QuestionSource): Promise<ReadQuestions> {
  const size = "bytes" in source ? source.bytes.length : Buffer.byteLength(source.text);
  if (size === 0) throw new Refusal("file-empty");
  if (size > TABLE_LIMITS.fileBytes) throw new Refusal("file-too-large", { limitMb: TABLE_LIMITS.fileBytes / 1024 / 1024 });
  if (readers >= MAX_READERS) throw new Refusal("import-busy");
  readers++;
  const reply = await workInThread<QuestionFileReply>(
    ["server", "question-files", "question-file-worker.ts"],
    source,
    () => new Refusal("questions-too-heavy"),
    leave,
  );
  if ("refusal" in reply) throw new Refusal(reply.refusal.code, reply.refusal.params);
  return reply;
}
