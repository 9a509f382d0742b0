// Runs as a thread of its own, started by read-question-file.ts from its path: Node reads it as it stands, no bundler touches it.
import { parentPort, workerData } from "node:worker_threads";
import { isRefusal } from "#domain/refusal.ts";
import type { QuestionFileReply, QuestionSource } from "./read-question-file.ts";
import { readQuestions } from "./read-questions.ts";

async function replyTo(source: QuestionSource): Promise<QuestionFileReply> {
  try {
    return await readQuestions(source);
  } catch (error) {
    if (isRefusal(error)) return { refusal: { code: error.code, params: error.params } };
    throw error;
  }
}

parentPort?.postMessage(await replyTo(workerData as QuestionSource));
