// Runs as a thread of its own, started by draw-in-thread.ts from its path: Node reads it as it stands, no bundler touches it.
import { parentPort } from "node:worker_threads";
import type { DrawingReply, DrawingWish } from "./draw-in-thread.ts";
import { drawPdf } from "./draw-pdf.ts";
import { drawPng } from "./draw-png.ts";
import { openFont } from "./open-font.ts";

const font = openFont();
let turn: Promise<void> = Promise.resolve();

async function answer({ id, kind, snapshots }: DrawingWish): Promise<DrawingReply> {
  try {
    const [first] = snapshots;
    if (!first) throw new Error("there is nothing to draw");
    return { id, bytes: kind === "png" ? await drawPng(first, font) : await drawPdf(snapshots, font) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// One after the other: what is drawn at the same time would only share the processor and the memory.
parentPort?.on("message", (wish: DrawingWish) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(wish)));
});
