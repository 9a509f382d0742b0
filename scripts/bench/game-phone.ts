import { connect, type Socket } from "node:net";

type Told = {
  game: { stateSeq: number; stage: string; questionNo: number; closesAt: string | null; reveal: object | null };
  own: { milli: number; place: number | null; answer: { questionNo: number; response: { picks: number[] }; receivedAt: string } | null };
};
export type Ack = { questionNo: number; picks: number[]; receivedAt: string };

const eventOf = (text: string, name: string): string | undefined => new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text)?.[1];

/** Somebody's phone in a game, without a browser: one stream, one connection for answers, and what was acknowledged. */
export class GamePhone {
  readonly acks: Ack[] = [];
  readonly ackMs: number[] = [];
  games = 0;
  lastGameMs = 0;
  owns = 0;
  lastOwnMs = 0;
  #stream: Socket | null = null;
  #answers: Socket | null = null;
  readonly #game: number;
  readonly #ticket: string;

  constructor(game: number, ticket: string) {
    this.#game = game;
    this.#ticket = ticket;
  }

  /** Opens the stream and resolves with what it said first; null when the door does not let us in now. */
  open(port: number): Promise<Told | null> {
    this.#stream?.destroy();
    return new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1" });
      this.#stream = socket;
      let text = "";
      let told: Told | null = null;
      socket.once("connect", () =>
        socket.write(`GET /api/streams/games/${this.#game}?ticket=${this.#ticket} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`),
      );
      socket.on("data", (chunk: Buffer) => {
        if (told) return this.#note(chunk);
        text += chunk.toString("utf8");
        if (/^HTTP\/1.1 [45]/.test(text)) return resolve(null);
        const [game, own] = [eventOf(text, "game"), eventOf(text, "own")];
        if (!game || !own) return;
        told = { game: JSON.parse(game), own: JSON.parse(own) };
        resolve(told);
      });
      socket.on("error", () => resolve(null));
      socket.on("close", () => resolve(null));
    });
  }

  #note(chunk: Buffer): void {
    if (chunk.includes("event: game")) {
      this.games += 1;
      this.lastGameMs = performance.now();
    }
    if (!chunk.includes("event: own")) return;
    this.owns += 1;
    this.lastOwnMs = performance.now();
  }

  /** Opens the connection that answers go by, before anything is timed. */
  ready(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      this.#answers = socket;
      socket.once("error", reject);
      socket.once("connect", () => resolve());
    });
  }

  /** Says one answer; null when the line broke or the door asked to come again. */
  async say(port: number, questionNo: number, picks: number[]): Promise<Ack | null> {
    if (!this.#answers || this.#answers.destroyed) await this.ready(port).catch(() => undefined);
    const socket = this.#answers as Socket;
    const body = JSON.stringify({ ticket: this.#ticket, questionNo, response: { picks } });
    const host = `localhost:${port}`;
    const head = `POST /api/games/${this.#game}/answers HTTP/1.1\r\nhost: ${host}\r\norigin: http://${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const sentMs = performance.now();
    const reply = await new Promise<string | null>((resolve) => {
      let text = "";
      const heard = (chunk: Buffer): void => {
        text += chunk.toString("utf8");
        const at = text.indexOf("\r\n\r\n");
        const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
        if (at >= 0 && text.length >= at + 4 + length) done(text.slice(at + 4));
      };
      const broke = (): void => done(null);
      const done = (what: string | null): void => {
        socket.off("data", heard).off("close", broke).off("error", broke);
        resolve(what);
      };
      socket.on("data", heard).on("close", broke).on("error", broke);
      if (socket.destroyed) return done(null);
      socket.write(head + body);
    });
    const said = reply === null ? null : (JSON.parse(reply) as { outcome?: string; response: { picks: number[] }; receivedAt: string });
    if (!said?.outcome) return null;
    const ack = { questionNo, picks: said.response.picks, receivedAt: said.receivedAt };
    this.acks.push(ack);
    this.ackMs.push(performance.now() - sentMs);
    return ack;
  }

  /** How far from ours this phone holds the server's clock to be, after one exchange timed both ways, in ms. */
  async clockOff(port: number): Promise<number> {
    const sentAt = Date.now();
    const reply = await fetch(`http://127.0.0.1:${port}/api/games/${this.#game}/pulse`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: `http://127.0.0.1:${port}` },
      body: JSON.stringify({ ticket: this.#ticket }),
    });
    const { serverNow } = (await reply.json()) as { serverNow: string };
    return Math.abs(Date.parse(serverNow) - (sentAt + Date.now()) / 2);
  }

  end(): void {
    this.#stream?.destroy();
    this.#answers?.destroy();
  }
}
