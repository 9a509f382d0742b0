// Runs as a thread of its own, started by print-in-thread.ts from its path: Node reads it as it stands, no bundler touches it.
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parentPort, workerData } from "node:worker_threads";
import { type BookFrame, type Edition, partCharacters, type SheetPart } from "#domain/printing/sheets.ts";
import type { PrintedFile, PrintOrder, PrintReply } from "./print-in-thread.ts";
import { WORD_HABITS, widthsInWord } from "./word-habits.ts";
import { HtmlBook } from "./write-html.ts";
import { type Entry, PdfBook, pagesOf, widthsOfFont } from "./write-pdf.ts";
import { WordBook } from "./write-word.ts";

const folder = String(workerData);
const spoolPath = join(folder, "spool.jsonl");
const spool = openSync(spoolPath, "w");
const [inFont, inWord] = [widthsOfFont(), widthsInWord()];
const told: { title: string; pages: number; wordPages: number }[] = [];
let characters = 0;
const say = (reply: PrintReply): void => parentPort?.postMessage(reply);

function take(part: SheetPart): void {
  told.push({ title: part.title, pages: pagesOf(part, inFont), wordPages: pagesOf(part, inWord, WORD_HABITS) });
  const own = partCharacters(part);
  characters += own;
  writeSync(spool, `${JSON.stringify(part)}\n`);
  say({ kind: "taken", characters: own });
}

/** Each part's title and first page, counted from 1. */
function entriesBy(pages: "pages" | "wordPages"): Entry[] {
  let page = 1;
  return told.map((part) => {
    const entry = { title: part.title, page };
    page += part[pages];
    return entry;
  });
}

type Book = { add: (part: SheetPart, number: number) => Promise<void> | void; finish: () => Promise<number> | number };

async function openBook(edition: Edition, path: string, frame: BookFrame): Promise<Book> {
  if (edition === "pdf") return new PdfBook(path, frame, inFont, entriesBy("pages"));
  if (edition === "html") return new HtmlBook(path, frame, entriesBy("pages"));
  const book = new WordBook(path, frame, entriesBy("wordPages"));
  await book.begin();
  return book;
}

/** Says how far it came and waits until that was heard, so that nothing piles up. */
async function report(done: number, total: number): Promise<void> {
  const heard = new Promise((resolve) => parentPort?.once("message", resolve));
  say({ kind: "progress", done, total });
  await heard;
}

async function print(frame: BookFrame, editions: readonly Edition[]): Promise<void> {
  closeSync(spool);
  const total = editions.length * told.length;
  const files: PrintedFile[] = [];
  let done = 0;
  for (const edition of editions) {
    const path = join(folder, `book.${edition}`);
    const book = await openBook(edition, path, frame);
    let number = 0;
    for await (const line of createInterface({ input: createReadStream(spoolPath), crlfDelay: Number.POSITIVE_INFINITY })) {
      await book.add(JSON.parse(line) as SheetPart, number);
      number += 1;
      done += 1;
      await report(done, total);
    }
    files.push({ edition, path, size: await book.finish() });
  }
  const pages = told.reduce((sum, part) => sum + part.pages, 0);
  say({ kind: "printed", files, pages, characters, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
}

parentPort?.on("message", (order: PrintOrder | { kind: "go on" }) => {
  const work = async (): Promise<void> => {
    if (order.kind === "part") take(order.part);
    if (order.kind === "print") await print(order.frame, order.editions);
  };
  work().catch((error: unknown) => say({ kind: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});
