import type { Response } from "#domain/questions/question.ts";

/** What may truthfully be said about saving. `over`: the server takes no more. */
export type DraftState = Readonly<{
  line: "untouched" | "saving" | "saved" | "offline" | "over";
  /** Refusals that stand, by slot, until it is answered anew. */
  refused: Readonly<Record<number, string>>;
}>;
type Sent = Readonly<{ ok: true }> | Readonly<{ ok: false; code: string }>;
type Send = (slot: number, response: Response) => Promise<Sent>;
type Wait = (ms: number) => Promise<void>;

/** Letters of one word travel together. */
const TYPING_MS = 400;
const AGAIN_MS = 3_000;

/** The outbox of a mock exam: answers go to the server one after the other, the last one of each question, again and again while the line is dead. */
export class DraftBox {
  #state: DraftState = { line: "untouched", refused: {} };
  #waiting = new Map<number, Response>();
  #running: Promise<void> | null = null;
  #listeners = new Set<() => void>();
  readonly #send: Send;
  readonly #wait: Wait;

  constructor(send: Send, wait: Wait) {
    this.#send = send;
    this.#wait = wait;
  }

  state = (): DraftState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** An answer to be saved soon. */
  put(slot: number, response: Response): void {
    this.#waiting.set(slot, response);
    const { [slot]: _answeredAnew, ...refused } = this.#state.refused;
    this.#say({ line: this.#state.line === "offline" ? "offline" : "saving", refused });
    void this.#run();
  }

  /** Resolves when everything is with the server, or it takes no more, or the line is dead. */
  async settled(): Promise<boolean> {
    while (this.#waiting.size > 0 && this.#state.line !== "over" && this.#state.line !== "offline") await this.#wait(50);
    return this.#waiting.size === 0;
  }

  #say(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #run(): Promise<void> {
    this.#running ??= this.#empty().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #empty(): Promise<void> {
    await this.#wait(TYPING_MS);
    for (let next = this.#next(); next; next = this.#next()) {
      const [slot, response] = next;
      const sent = await this.#send(slot, response);
      if (sent.ok || sent.code !== "offline") this.#done(slot, response, sent);
      else {
        this.#say({ ...this.#state, line: "offline" });
        await this.#wait(AGAIN_MS);
      }
    }
  }

  #next = (): [number, Response] | undefined => (this.#state.line === "over" ? undefined : this.#waiting.entries().next().value);

  #done(slot: number, response: Response, sent: Sent): void {
    // Answered again in the meantime: that answer is still to be sent.
    if (this.#waiting.get(slot) === response) this.#waiting.delete(slot);
    const refused = sent.ok ? this.#state.refused : { ...this.#state.refused, [slot]: sent.code };
    const isOver = !sent.ok && sent.code === "is-over";
    this.#say({ line: isOver ? "over" : this.#waiting.size > 0 ? "saving" : "saved", refused });
  }
}
