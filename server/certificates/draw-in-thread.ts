import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CertificateSnapshot } from "#domain/certificates/snapshot.ts";
import type { ShareCard } from "#domain/meetings/share-card.ts";
import { Refusal } from "#domain/refusal.ts";

export type DrawingWish =
  | Readonly<{ kind: "pdf" | "png"; snapshots: readonly CertificateSnapshot[] }>
  | Readonly<{ kind: "card"; card: ShareCard }>;
export type DrawingReply = Readonly<{ id: number; bytes: Uint8Array }> | Readonly<{ id: number; failure: string }>;

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };
type Studio = { thread: Worker; waiting: Map<number, Waiting>; asked: number };

const LIMIT_MS = 60_000;
const MEMORY_MB = 512;
const MOST_WAITING = 60;

// Bundles have several copies of this module; the threads are one pair per process. A large file must not keep a member's own page waiting.
const state = globalThis as typeof globalThis & { zhixingStudios?: Partial<Record<"single" | "many", Studio>> };

function openStudio(room: "single" | "many"): Studio {
  // A path made at run time, so that a bundler leaves the thread's file where it is.
  const file = join(/* turbopackIgnore: true */ process.cwd(), "server", "certificates", "drawing-worker.ts");
  const thread = new Worker(file, {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64 },
  });
  const studio: Studio = { thread, waiting: new Map(), asked: 0 };
  const end = (error: Error): void => {
    if (state.zhixingStudios?.[room] === studio) delete state.zhixingStudios[room];
    for (const { reject } of studio.waiting.values()) reject(error);
    studio.waiting.clear();
  };
  thread.on("message", (reply: DrawingReply) => {
    const waiting = studio.waiting.get(reply.id);
    studio.waiting.delete(reply.id);
    if ("bytes" in reply) waiting?.resolve(reply.bytes);
    else waiting?.reject(new Error(reply.failure));
    if (studio.waiting.size === 0) thread.unref();
  });
  thread.on("error", end);
  thread.on("exit", () => end(new Refusal("unavailable")));
  thread.unref();
  state.zhixingStudios ??= {};
  state.zhixingStudios[room] = studio;
  return studio;
}

/**
 * Draws certificates as one PDF, or one as a picture, or a meeting's card, in a thread of its own that stays warm and may take 512 MB and a minute a drawing.
 * Refuses `unavailable` when too many wait already.
 */
export function drawInThread(wish: DrawingWish): Promise<Uint8Array> {
  const room = wish.kind === "pdf" && wish.snapshots.length > 1 ? "many" : "single";
  const studio = state.zhixingStudios?.[room] ?? openStudio(room);
  if (studio.waiting.size >= (room === "many" ? 2 : MOST_WAITING)) throw new Refusal("unavailable");
  studio.asked += 1;
  const id = studio.asked;
  studio.thread.ref();
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => void studio.thread.terminate(), LIMIT_MS);
    const settle =
      <T>(settled: (value: T) => void) =>
      (value: T): void => {
        clearTimeout(timer);
        settled(value);
      };
    studio.waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
    studio.thread.postMessage({ id, ...wish } satisfies DrawingWish & { id: number });
  });
}
