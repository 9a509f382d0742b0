/** A stretch in which the page was left, as it is told to the server. `endedAt` (ms, this device's clock) only says how long ago that was. */
export type Absence = {
  readonly mark: string;
  readonly endedAt: number;
  readonly lastedMs: number;
  readonly hidden: boolean;
  readonly cause: "file-picker" | "input-method" | "unknown";
};
/** What is going on: since when, and how. */
export type Away = { readonly since: number; readonly hidden: boolean; readonly cause: Absence["cause"] };

/** Flickers of focus between two fields are nothing that anybody left. */
const LEAST_MS = 300;

export type AbsenceParts = {
  readonly wallNow: () => number;
  readonly newMark: () => string;
  /** Keeps what is going on, so that a page that is closed knows of it when it is opened again. Null: nothing is. */
  readonly keepAway: (away: Away | null) => void;
  readonly done: (absence: Absence) => void;
};

/** Tells the stretches in which a page was out of sight or without focus, with their cause as far as a page can know it. Knows no browser. */
export class AbsenceWatch {
  readonly #parts: AbsenceParts;
  #away: Away | null;
  #isPicking = false;
  #isComposing = false;

  /** `before`: what was going on when the page was last closed. */
  constructor(parts: AbsenceParts, before: Away | null) {
    this.#parts = parts;
    this.#away = before;
    this.back();
  }

  /** A file picker of ours opened: focus will go, and come back. */
  picking(): void {
    this.#isPicking = true;
  }

  composing(isComposing: boolean): void {
    this.#isComposing = isComposing;
  }

  /** The page lost focus, or went out of sight. What began as the one may become the other. */
  left(hidden: boolean): void {
    const cause = this.#isPicking ? "file-picker" : this.#isComposing ? "input-method" : "unknown";
    if (this.#away === null) this.#away = { since: this.#parts.wallNow(), hidden, cause };
    else if (hidden && !this.#away.hidden) this.#away = { ...this.#away, hidden };
    this.#parts.keepAway(this.#away);
  }

  /** The page is seen and has focus again. */
  back(): void {
    const away = this.#away;
    if (away === null) return;
    this.#away = null;
    this.#isPicking = false;
    this.#isComposing = false;
    this.#parts.keepAway(null);
    const endedAt = this.#parts.wallNow();
    const lastedMs = Math.max(0, Math.round(endedAt - away.since));
    if (lastedMs < LEAST_MS) return;
    this.#parts.done({ mark: this.#parts.newMark(), endedAt, lastedMs, hidden: away.hidden, cause: away.cause });
  }
}
