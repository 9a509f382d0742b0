import { connect, type Socket } from "node:net";

/** One open stream of the crowd: counts what it was told and knows when the last came. */
type Reader = { socket: Socket; told: number; lastMs: number; isGreeted: boolean };

/** Many streams opened at once, each by another person and from one of twenty addresses. */
export class StreamCrowd {
  readonly #readers: Reader[] = [];
  readonly #event: string;
  /** From the first connection to the moment everybody had the whole state. */
  openedMs = 0;

  private constructor(event: string) {
    this.#event = `event: ${event}`;
  }

  /** A stream at each path, waiting for events of one name. */
  static async open(port: number, paths: readonly string[], event: string): Promise<StreamCrowd> {
    const crowd = new StreamCrowd(event);
    const startedMs = performance.now();
    await Promise.all(paths.map((path, n) => crowd.#open(port, path, n)));
    crowd.openedMs = performance.now() - startedMs;
    return crowd;
  }

  #open(port: number, path: string, n: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress: `127.0.0.${30 + (n % 20)}` });
      const reader: Reader = { socket, told: 0, lastMs: 0, isGreeted: false };
      this.#readers.push(reader);
      socket.once("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n`));
      socket.on("data", (chunk) => {
        if (chunk.includes(this.#event)) {
          reader.told += 1;
          reader.lastMs = performance.now();
        }
        if (!reader.isGreeted && chunk.includes(this.#event)) {
          reader.isGreeted = true;
          resolve();
        } else if (!reader.isGreeted && /^HTTP\/1.1 [45]/.test(chunk.toString("latin1"))) reject(new Error(chunk.toString().slice(0, 200)));
      });
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("a stream was closed")));
    });
  }

  /** Resolves when everybody has been told once more; with the moment the last one was. */
  async next(): Promise<number> {
    const before = this.#readers.map(({ told }) => told);
    for (let tries = 0; tries < 1_000; tries += 1) {
      if (this.#readers.every(({ told }, at) => told > (before[at] as number)))
        return Math.max(...this.#readers.map(({ lastMs }) => lastMs));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error("an event did not reach everybody within five seconds");
  }

  end(): void {
    for (const { socket } of this.#readers) {
      socket.removeAllListeners("close");
      socket.destroy();
    }
  }
}
