import { type Exchange, refinedClock, type ServerClock, serverTimeAt } from "./server-clock.ts";

/** The server's clock as this page knows it, kept between renderings. Reads performance.now() and nothing else. */
export class ServerTime {
  #clock: ServerClock;

  constructor(first: Exchange) {
    this.#clock = refinedClock(null, first);
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
