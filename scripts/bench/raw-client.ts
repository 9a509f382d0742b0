import { connect, type Socket } from "node:net";
import type { Contestant } from "./seed-rows.ts";

/** Loopback addresses to come from: one alone has too few ports, and too few seats at the door. */
const addressOf = (n: number): string => `127.0.0.${2 + (n % 20)}`;

export type Ack = { sentMs: number; ackedMs: number; isSaved: boolean };

/** One kept connection that sends an answer at a time and knows when it was acknowledged. */
export class RawClient {
  readonly #socket: Socket;
  #text = "";
  #settle: ((text: string) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      this.#text += chunk.toString("latin1");
      const head = this.#text.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#text.slice(0, head))?.[1]);
      if (this.#text.length < head + 4 + length) return;
      const whole = this.#text;
      this.#text = "";
      this.#settle?.(whole);
    });
    socket.on("error", () => undefined); // its close follows, and tells
    socket.on("close", () => this.#settle?.("lost"));
  }

  static open(port: number, n: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", localAddress: addressOf(n) });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new RawClient(socket)));
    });
  }

  send(request: Buffer): Promise<Ack> {
    const sentMs = performance.now();
    if (this.#socket.destroyed) return Promise.resolve({ sentMs, ackedMs: sentMs, isSaved: false });
    return new Promise((resolve) => {
      this.#settle = (text) => resolve({ sentMs, ackedMs: performance.now(), isSaved: /"outcome":"(?:saved|stale)"/.test(text) });
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#socket.destroy();
  }
}

/** So many connections, opened before anything is timed. */
export async function openClients(port: number, count: number): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  for (let from = 0; from < count; from += 500) {
    const slice = Array.from({ length: Math.min(500, count - from) }, (_, at) => RawClient.open(port, from + at));
    clients.push(...(await Promise.all(slice)));
  }
  return clients;
}

/** An answer as a browser would send it. */
export function answerRequest(who: Contestant, slot: number, seq = 1): Buffer {
  const body = JSON.stringify({ ticket: who.answer, slot, seq, response: { picks: [(who.attemptId + slot) % 4] } });
  const head = `POST /api/attempts/${who.attemptId}/answers HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.from(head + body);
}

export type Burst = { wallMs: number; ackMs: number[]; lost: number };

/** Sends on every connection at once, one request after the other on each, until all are acknowledged. */
export async function burst(clients: readonly RawClient[], requestsOf: (client: number) => readonly Buffer[]): Promise<Burst> {
  const prepared = clients.map((_, at) => requestsOf(at));
  const startedMs = performance.now();
  const acks = await Promise.all(
    clients.map(async (client, at) => {
      const own: Ack[] = [];
      for (const request of prepared[at] ?? []) own.push(await client.send(request));
      return own;
    }),
  );
  const all = acks.flat();
  return {
    wallMs: Math.max(...all.map(({ ackedMs }) => ackedMs)) - startedMs,
    ackMs: all.map(({ sentMs, ackedMs }) => ackedMs - sentMs),
    lost: all.filter(({ isSaved }) => !isSaved).length,
  };
}
