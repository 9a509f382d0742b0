import type { Response } from "#domain/questions/question.ts";
import { sameResponse } from "#ui/responses.ts";

/** A change that the server has not acknowledged. `changedAt` (ms, this device's clock) only breaks ties between two copies. */
export type Pending = { readonly slot: number; readonly seq: number; readonly response: Response; readonly changedAt: number };

/** One question of the paper, as this screen knows it. */
export type Slot = {
  /** What is on the screen: never older than what will be sent (never.md N4). */
  readonly shown: Response;
  /** The highest sequence known to stand at the server, or to be taken by another tab. */
  readonly standing: number;
  readonly pending: Pending | null;
  /** Another device saved this slot later: our change waits for the person's word. `response` is unknown until the attempt is read again. */
  readonly theirs: { readonly response?: Response } | null;
  /** The code with which the server refused the pending change; it is not sent again before it changes. */
  readonly refused: string | null;
};

/** The outbox of one attempt; the index is the slot. */
export type Outbox = readonly Slot[];

/** What the server tells of a slot. */
export type Saved = { readonly slot: number; readonly seq: number; readonly response: Response };

const put = (box: Outbox, at: number, change: (slot: Slot) => Slot): Outbox =>
  box.map((slot, index) => (index === at ? change(slot) : slot));

/** Of two copies of a pending change the newer. */
export function newerOf(a: Pending, b: Pending): Pending {
  return a.seq > b.seq || (a.seq === b.seq && a.changedAt >= b.changedAt) ? a : b;
}

function readSlot(slot: Slot, saved: Saved): Slot {
  if (saved.seq < slot.standing) return slot; // told before an acknowledgement that has overtaken it
  const { pending } = slot;
  if (pending === null) return { ...slot, shown: saved.response, standing: saved.seq, theirs: null };
  if (pending.seq > saved.seq && slot.theirs === null) return { ...slot, standing: saved.seq };
  // The same change stands already: its acknowledgement was lost on the way.
  if (sameResponse(pending.response, saved.response))
    return { shown: saved.response, standing: saved.seq, pending: null, theirs: null, refused: null };
  return { ...slot, standing: saved.seq, theirs: { response: saved.response } };
}

/** The outbox after the attempt was read (again): saved answers are taken over, except where a change of ours is under way. */
export function reread(box: Outbox, items: readonly Saved[]): Outbox {
  return box.map((slot, at) => {
    const saved = items.find((item) => item.slot === at);
    return saved ? readSlot(slot, saved) : slot;
  });
}

/** The outbox of a page that opens: what the server has, and the changes kept on this device, which are still to be sent (N2). */
export function openedOutbox(items: readonly Saved[], kept: readonly Pending[]): Outbox {
  const empty: Slot = { shown: null, standing: 0, pending: null, theirs: null, refused: null };
  const box = items.map((_, at): Slot => {
    const copies = kept.filter(({ slot }) => slot === at);
    const pending = copies.length > 0 ? copies.reduce(newerOf) : null;
    return pending ? { ...empty, shown: pending.response, pending } : empty;
  });
  return reread(box, items);
}

/** A change by the person: shown at once, with the next sequence of its slot. It also decides a conflict, in favour of this screen. */
export function changed(box: Outbox, at: number, response: Response, now: number): Outbox {
  return put(box, at, ({ standing, pending }) => {
    const seq = Math.max(standing, pending?.seq ?? 0) + 1;
    return { shown: response, standing, pending: { slot: at, seq, response, changedAt: now }, theirs: null, refused: null };
  });
}

/** The server has saved `seq`. A change made since stays pending. */
export function acknowledged(box: Outbox, at: number, seq: number): Outbox {
  return put(box, at, (slot) => {
    const isDone = slot.pending !== null && slot.pending.seq <= seq;
    return { ...slot, standing: Math.max(slot.standing, seq), pending: isDone ? null : slot.pending, theirs: isDone ? null : slot.theirs };
  });
}

/** The server answered `stale` to `sentSeq`: `standing` stands there. When our newest change is not above it, another device was later. */
export function outrun(box: Outbox, at: number, sentSeq: number, standing: number): Outbox {
  return put(box, at, (slot) => {
    const { pending } = slot;
    const next = { ...slot, standing: Math.max(slot.standing, standing) };
    if (pending === null || (pending.seq > sentSeq && pending.seq > standing)) return next;
    return { ...next, theirs: slot.theirs ?? {} };
  });
}

/** The server will not take the pending change as it is. */
export const refusedChange = (box: Outbox, at: number, seq: number, code: string): Outbox =>
  put(box, at, (slot) => (slot.pending?.seq === seq ? { ...slot, refused: code } : slot));

/** The person decides for what the other device saved. */
export const withTheirs = (box: Outbox, at: number): Outbox =>
  put(box, at, (slot) =>
    slot.theirs ? { ...slot, shown: slot.theirs.response ?? null, pending: null, theirs: null, refused: null } : slot,
  );

/** A change another tab of this browser has kept: shown here too. Whoever sends it first, the server tells both the same. */
export const adopted = (box: Outbox, kept: Pending): Outbox =>
  put(box, kept.slot, (slot) => {
    const ours = slot.pending;
    if (kept.seq <= slot.standing || (ours !== null && newerOf(ours, kept) === ours)) return slot;
    return { ...slot, shown: kept.response, pending: kept, theirs: null, refused: null };
  });

/** What may go out now. */
export const sendable = (box: Outbox): readonly Pending[] =>
  box.flatMap(({ pending, theirs, refused }) => (pending && theirs === null && refused === null ? [pending] : []));

/** Slots whose newest change the server does not have. */
export const unsaved = (box: Outbox): readonly number[] => box.flatMap(({ pending }, at) => (pending ? [at] : []));

/** Slots with two answers, waiting for the person's word. */
export const contested = (box: Outbox): readonly number[] => box.flatMap(({ theirs }, at) => (theirs ? [at] : []));
