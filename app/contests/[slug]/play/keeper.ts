// Longer than most: the life of a change, from the key press to the acknowledgement, is told in one place.
import type { Response } from "#domain/questions/question.ts";
import { backoffMs } from "./backoff.ts";
import type { KeeperState } from "./keeper-state.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import {
  acknowledged,
  adopted,
  changed,
  openedOutbox,
  outrun,
  type Pending,
  refusedChange,
  reread,
  type Saved,
  sendable,
  withTheirs,
} from "./outbox.ts";
import type { SendAnswer, Told } from "./send-answer.ts";

/** Typing is sent when the fingers rest; it is kept on the device at every stroke. */
const TYPING_MS = 600;
/** How long a change of another tab is left to that tab. */
const OTHER_TAB_MS = 6_000;
const AT_ONCE = 4;
/** A storage that does not answer must not hold the answer back. */
const KEEP_PATIENCE_MS = 300;

export type KeeperParts = {
  readonly items: readonly Saved[];
  readonly ticket: string;
  readonly kept: KeptAnswers;
  readonly keptBefore: readonly Pending[];
  readonly send: SendAnswer;
  /** Called when another device was later, or the ticket is not taken any more: read the attempt again and call `read`. */
  readonly onDoubt: () => void;
  readonly wallNow: () => number;
  readonly random: () => number;
};

/** The outbox at work: keeps every change on the device, sends it, retries it, and tells the screen the truth. Knows no React. */
export class Keeper {
  readonly #parts: KeeperParts;
  readonly #flying = new Set<number>();
  /** Sequence per slot that has been kept, or could not be: what may be sent. */
  readonly #settled: Map<number, number>;
  readonly #restsAt = new Map<number, number>();
  readonly #listeners = new Set<() => void>();
  #ticket: string;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: KeeperState;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#ticket = parts.ticket;
    this.#settled = new Map(parts.keptBefore.map(({ slot, seq }) => [slot, seq]));
    const box = openedOutbox(parts.items, parts.keptBefore);
    this.#state = {
      ...{ box, isUnreached: false, isSignedOut: false, isTakenOver: false, isUnkept: false },
      ...{ savedAt: null, hasRecovered: false, closed: null },
    };
    for (const { slot, seq } of parts.keptBefore) if (!box[slot]?.pending) void parts.kept.drop(slot, seq);
  }

  readonly state = (): KeeperState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The person changed an answer. `isTyping`: more is likely to come in a moment. */
  change(slot: number, response: Response, isTyping = false): void {
    if (this.#state.closed) return;
    if (isTyping) this.#restsAt.set(slot, this.#parts.wallNow() + TYPING_MS);
    else this.#restsAt.delete(slot);
    this.#set({ box: changed(this.#state.box, slot, response, this.#parts.wallNow()), hasRecovered: false });
    const pending = this.#state.box[slot]?.pending;
    if (pending) void this.#keep(pending);
  }

  /** The person stays with the answer of this screen. */
  keepMine(slot: number): void {
    const pending = this.#state.box[slot]?.pending;
    if (pending) this.change(slot, pending.response);
  }

  /** The person takes over what the other device saved. */
  takeTheirs(slot: number): void {
    const seq = this.#state.box[slot]?.pending?.seq ?? 0;
    this.#set({ box: withTheirs(this.#state.box, slot) });
    void this.#parts.kept.drop(slot, seq);
  }

  /** Stops waiting for resting fingers and for the next try, and goes now. */
  hurry(): void {
    this.#restsAt.clear();
    this.#failures = Math.min(this.#failures, 1);
    clearTimeout(this.#timer);
    this.#pump();
  }

  /** The attempt was read again: newer answers, and a ticket of the present sign-in. */
  read(again: readonly Saved[], ticket: string): void {
    this.#ticket = ticket;
    const before = this.#state.box;
    this.#set({ box: reread(before, again), isSignedOut: false });
    // What turned out to stand already needs no copy here any more.
    for (const [slot, { pending }] of before.entries()) {
      if (pending && !this.#state.box[slot]?.pending) void this.#parts.kept.drop(slot, pending.seq);
    }
    if (this.#failures > 0) this.#pumpIn(backoffMs(this.#failures, this.#parts.random()));
    else this.#pump();
  }

  /** Another device has the seat, or this one has it again: then everything that waited goes. */
  seat(isElsewhere: boolean): void {
    if (this.#state.isTakenOver === isElsewhere) return;
    this.#set({ isTakenOver: isElsewhere });
    if (!isElsewhere) this.hurry();
  }

  /** Another tab kept a change. It has the first try; this tab sends it only if it is still here a while later. */
  adopt(other: Pending): void {
    this.#settled.set(other.slot, Math.max(other.seq, this.#settled.get(other.slot) ?? 0));
    this.#restsAt.set(other.slot, this.#parts.wallNow() + OTHER_TAB_MS);
    this.#set({ box: adopted(this.#state.box, other) });
    this.#pump();
  }

  /** The page is being left: everything goes once more, in requests that outlive it. The copies stay until acknowledged. */
  leave(): void {
    if (this.#state.isTakenOver) return;
    for (const pending of sendable(this.#state.box)) void this.#parts.send(pending, this.#ticket, true);
  }

  /** The attempt takes no more. What was not saved stays on the screen and is said to be unsaved. */
  close(reason: "late" | "ended"): void {
    clearTimeout(this.#timer);
    this.#set({ closed: reason });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #set(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #pumpIn(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pump(), waitMs);
  }

  #pump(): void {
    const { box, closed, isSignedOut, isTakenOver } = this.#state;
    if (closed || isSignedOut || isTakenOver) return;
    const now = this.#parts.wallNow();
    const rests = ({ slot }: Pending): number => (this.#restsAt.get(slot) ?? 0) - now;
    const ready = sendable(box).filter(({ slot, seq }) => !this.#flying.has(slot) && (this.#settled.get(slot) ?? 0) >= seq);
    // While nothing gets through, one change at a time knocks.
    const room = Math.max(0, (this.#failures > 0 ? 1 : AT_ONCE) - this.#flying.size);
    for (const change of ready.filter((each) => rests(each) <= 0).slice(0, room)) void this.#carry(change);
    const waits = ready.map(rests).filter((wait) => wait > 0);
    if (waits.length > 0) this.#pumpIn(Math.min(...waits));
  }

  async #carry(change: Pending): Promise<void> {
    this.#flying.add(change.slot);
    const told = await this.#parts.send(change, this.#ticket, false);
    this.#flying.delete(change.slot);
    this.#hear(change, told);
  }

  #hear({ slot, seq }: Pending, told: Told): void {
    if (told.kind === "unreached") {
      this.#failures += 1;
      this.#set({ isUnreached: true });
      return this.#pumpIn(backoffMs(this.#failures, this.#parts.random(), told.retryAfterMs));
    }
    if (told.kind === "signed-out") {
      this.#failures += 1;
      this.#set({ isSignedOut: true, isUnreached: false });
      return this.#parts.onDoubt();
    }
    this.#failures = 0;
    if (told.kind === "taken-over") return this.#set({ isTakenOver: true, isUnreached: false });
    if (this.#state.isUnreached) this.#set({ isUnreached: false, hasRecovered: true });
    if (told.kind === "refused") this.#set({ box: refusedChange(this.#state.box, slot, seq, told.code) });
    else this.#hearOutcome(slot, seq, told);
    this.#pump();
  }

  #hearOutcome(slot: number, seq: number, { outcome, seq: standing, receivedAt }: Extract<Told, { kind: "told" }>): void {
    if (outcome === "late" || outcome === "ended") return this.close(outcome);
    if (outcome === "stale") {
      this.#set({ box: outrun(this.#state.box, slot, seq, standing) });
      return this.#parts.onDoubt();
    }
    this.#set({ box: acknowledged(this.#state.box, slot, seq), savedAt: receivedAt });
    void this.#parts.kept.drop(slot, seq);
  }

  /** Kept before it is sent. A device that cannot keep it still sends it, and says so while it cannot. */
  async #keep(change: Pending): Promise<void> {
    const patience = new Promise<boolean>((resolve) => setTimeout(resolve, KEEP_PATIENCE_MS, true));
    const kept = this.#parts.kept.put(change).then(
      () => false,
      () => true,
    );
    const isUnkept = await Promise.race([kept, patience]);
    if (isUnkept !== this.#state.isUnkept) this.#set({ isUnkept });
    this.#settled.set(change.slot, Math.max(change.seq, this.#settled.get(change.slot) ?? 0));
    this.#pump();
  }
}
