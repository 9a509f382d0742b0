import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Refusal } from "#domain/refusal.ts";

const CPU_MS = 10_000;
/** A thread that does not work but waits: something is wrong with it, or with the machine. */
const WALL_MS = 60_000;
const MEMORY_MB = 384;
const LOOK_MS = 250;

/** What a thread has worked so far, in ms; a Node that cannot tell is taken to have worked all the time. */
async function workedMs(thread: Worker, since: number): Promise<number> {
  if (typeof thread.cpuUsage !== "function") return performance.now() - since;
  const { user, system } = await thread.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * Does a job in a thread of its own and gives what it says. The thread may use ten seconds of the processor and 384 MB and no more: time
 * on the wall would refuse on a busy machine what a quiet one reads. Otherwise rejects with what `tooHeavy` makes; the thread is ended
 * either way. `file` is a path from the project's root; `onEnd` is called
 * once, when the thread is gone and its memory with it, which may be after a refusal.
 */
export function workInThread<Reply>(file: readonly string[], job: unknown, tooHeavy: () => Refusal, onEnd: () => void): Promise<Reply> {
  // A path made at run time, so that a bundler leaves the thread's file where it is.
  const thread = new Worker(join(/* turbopackIgnore: true */ process.cwd(), ...file), {
    workerData: job,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 64 },
  });
  const since = performance.now();
  let looking: NodeJS.Timeout | undefined;
  return new Promise<Reply>((resolve, reject) => {
    looking = setInterval(() => {
      // Not with what it has worked: a thread that collects garbage and nothing else does not answer.
      if (performance.now() - since > WALL_MS) return reject(tooHeavy());
      workedMs(thread, since).then(
        (worked) => {
          if (worked > CPU_MS) reject(tooHeavy());
        },
        () => clearInterval(looking), // it has ended: what it said, or its end, is on the way
      );
    }, LOOK_MS);
    thread.once("exit", onEnd);
    thread.once("message", resolve);
    thread.once("error", (error: Error & { code?: string }) => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooHeavy() : error));
    thread.once("exit", () => reject(tooHeavy()));
  })
    .finally(() => clearInterval(looking))
    .then(
      async (reply) => {
        await thread.terminate();
        return reply;
      },
      (error: unknown) => {
        // Not waited for: a thread that collects garbage ends when it comes to itself, and whoever asked need not wait for that.
        void thread.terminate();
        throw error;
      },
    );
}
