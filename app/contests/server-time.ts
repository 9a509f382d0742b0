import { type Exchange, refinedClock, type ServerClock, serverTimeAt } from "./server-clock.ts";

/** The server's clock as this page knows it, kept between renderings. Reads performance.now() and nothing else. */
export class ServerTime {
  #clock: ServerClock;

  constructor(first: Exchange) {
    this.#clock = refinedClock(null, first);
  }

  /** As a page or a stream said it: it came when it was read, for want of more. */
  static told(serverNow: string): ServerTime {
    const at = performance.now();
    return new ServerTime({ sentAt: at, receivedAt: at, serverNow: Date.parse(serverNow) });
  }

  hear(exchange: Exchange): void {
    this.#clock = refinedClock(this.#clock, exchange);
  }

  /** Milliseconds since 1970 by the server. */
  now(): number {
    return serverTimeAt(this.#clock, performance.now());
  }

  leftUntil(until: number): number {
    return Math.max(0, until - this.now());
  }
}
