import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { BookFrame, Edition, SheetPart } from "#domain/printing/sheets.ts";

/** What the thread is told, one message at a time; it answers each. */
export type PrintOrder =
  | Readonly<{ kind: "part"; part: SheetPart }>
  | Readonly<{ kind: "print"; frame: BookFrame; editions: readonly Edition[] }>;
export type PrintedFile = Readonly<{ edition: Edition; path: string; size: number }>;
export type PrintReply =
  | Readonly<{ kind: "taken"; characters: number }>
  | Readonly<{ kind: "progress"; done: number; total: number }>
  | Readonly<{ kind: "printed"; files: readonly PrintedFile[]; pages: number; characters: number; peakMb: number }>
  | Readonly<{ kind: "failed"; why: string }>;
export type Printed = Extract<PrintReply, { kind: "printed" }>;

const MEMORY_MB = 512;

type Wishes = Readonly<{
  /** A folder of the caller's own: the spool and the editions are written there. */
  folder: string;
  editions: readonly Edition[];
  parts: Iterable<SheetPart> | AsyncIterable<SheetPart>;
  /** Asked when all parts are in, since the cover tells of them. */
  frameOf: (told: { parts: number; characters: number }) => BookFrame;
  progressed?: (done: number, total: number) => Promise<void> | void;
}>;

function openThread(folder: string): Worker {
  // A path made at run time, so that a bundler leaves the thread's file where it is.
  const file = join(/* turbopackIgnore: true */ process.cwd(), "server", "printing", "printing-worker.ts");
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64 };
  return new Worker(file, { workerData: folder, execArgv: [], env: {}, resourceLimits });
}

/**
 * Prints a book in a thread of its own that may take 512 MB. Parts are handed over one by one and spooled on the disk, so neither side ever
 * holds the book. Returns the files, which are the caller's to keep and to remove.
 */
export async function printInThread({ folder, editions, parts, frameOf, progressed }: Wishes): Promise<Printed> {
  const thread = openThread(folder);
  const dying = new Promise<never>((_, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`the printing thread ended with ${code}`)));
  });
  dying.catch(() => undefined);
  const answer = (): Promise<PrintReply> => Promise.race([new Promise<PrintReply>((resolve) => thread.once("message", resolve)), dying]);
  const order = (wish: PrintOrder): Promise<PrintReply> => {
    const told = answer();
    thread.postMessage(wish);
    return told;
  };
  try {
    let [count, characters] = [0, 0];
    for await (const part of parts) {
      const reply = await order({ kind: "part", part });
      if (reply.kind !== "taken") throw new Error(reply.kind === "failed" ? reply.why : "the printing thread lost a part");
      count += 1;
      characters += reply.characters;
    }
    let reply = await order({ kind: "print", frame: frameOf({ parts: count, characters }), editions });
    while (reply.kind === "progress") {
      const next = answer();
      await progressed?.(reply.done, reply.total);
      thread.postMessage({ kind: "go on" });
      reply = await next;
    }
    if (reply.kind !== "printed") throw new Error(reply.kind === "failed" ? reply.why : "the printing thread lost the book");
    return reply;
  } finally {
    await thread.terminate();
  }
}
