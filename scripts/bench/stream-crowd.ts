import { connect, type Socket } from "node:net";
import type { BenchContest } from "./seed-rows.ts";

/** One open stream of the crowd: counts boards and knows when the last came. */
type Reader = { socket: Socket; boards: number; lastMs: number; isGreeted: boolean };

/** Many streams opened at once, each by another person and from one of twenty addresses. */
export class StreamCrowd {
  readonly #readers: Reader[] = [];
  /** From the first connection to the moment everybody had the whole state. */
  openedMs = 0;

  static async open(port: number, contest: BenchContest, count: number): Promise<StreamCrowd> {
    const crowd = new StreamCrowd();
    const startedMs = performance.now();
    await Promise.all(
      contest.contestants
        .slice(0, count)
        .map(({ stream }, n) => crowd.#open(port, `/api/streams/contests/${contest.slug}?ticket=${stream}`, n)),
    );
    crowd.openedMs = performance.now() - startedMs;
    return crowd;
  }

  #open(port: number, path: string, n: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.0.${30 + (n % 20)}` });
      const reader: Reader = { socket, boards: 0, lastMs: 0, isGreeted: false };
      this.#readers.push(reader);
      socket.once("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n`));
      socket.on("data", (chunk) => {
        if (chunk.includes("event: board")) {
          reader.boards += 1;
          reader.lastMs = performance.now();
        }
        if (!reader.isGreeted && chunk.includes("event: board")) {
          reader.isGreeted = true;
          resolve();
        } else if (!reader.isGreeted && /^HTTP\/1.1 [45]/.test(chunk.toString("latin1"))) reject(new Error(chunk.toString().slice(0, 200)));
      });
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("a stream was closed")));
    });
  }

  /** Resolves when everybody has had `more` boards since now; with the moment the last one got it. */
  async nextBoard(): Promise<number> {
    const before = this.#readers.map(({ boards }) => boards);
    for (let tries = 0; tries < 1_000; tries += 1) {
      if (this.#readers.every(({ boards }, at) => boards > (before[at] as number)))
        return Math.max(...this.#readers.map(({ lastMs }) => lastMs));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error("the board did not reach everybody within five seconds");
  }

  end(): void {
    for (const { socket } of this.#readers) {
      socket.removeAllListeners("close");
      socket.destroy();
    }
  }
}
