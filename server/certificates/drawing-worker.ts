// Runs as a thread of its own, started by draw-in-thread.ts from its path: Node reads it as it stands, no bundler touches it.
import { parentPort } from "node:worker_threads";
import { SHEET } from "#domain/certificates/layout.ts";
import { CARD } from "#domain/meetings/share-card.ts";
import type { DrawingReply, DrawingWish } from "./draw-in-thread.ts";
import { drawPdf } from "./draw-pdf.ts";
import { drawPng } from "./draw-png.ts";
import { marksOf, marksOfCard } from "./marks-of.ts";
import { openFont } from "./open-font.ts";

const font = openFont();
let turn: Promise<void> = Promise.resolve();

async function draw(wish: DrawingWish): Promise<Uint8Array> {
  if (wish.kind === "card") return drawPng(marksOfCard(wish.card, font), CARD, font);
  const [first] = wish.snapshots;
  if (!first) throw new Error("there is nothing to draw");
  return wish.kind === "png" ? drawPng(marksOf(first, font), SHEET, font) : drawPdf(wish.snapshots, font);
}

async function answer({ id, ...wish }: DrawingWish & { id: number }): Promise<DrawingReply> {
  try {
    return { id, bytes: await draw(wish) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// One after the other: what is drawn at the same time would only share the processor and the memory.
parentPort?.on("message", (wish: DrawingWish & { id: number }) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(wish)));
});
