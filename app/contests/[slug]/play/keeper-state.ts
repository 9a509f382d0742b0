import type { Outbox } from "./outbox.ts";

/** Everything the screen shows of saving. */
export type KeeperState = {
  readonly box: Outbox;
  /** The last try did not reach the server (or it was too busy), and nothing has since. */
  readonly isUnreached: boolean;
  /** The server does not know this sign-in any more. */
  readonly isSignedOut: boolean;
  /** Another device answers this attempt now: nothing is sent from here, and nothing is lost. */
  readonly isTakenOver: boolean;
  /** True once a change could be kept nowhere on this device. */
  readonly isUnkept: boolean;
  /** The server's receipt of the last acknowledged change, ISO. */
  readonly savedAt: string | null;
  /** Set when everything got through after a time without connection. */
  readonly hasRecovered: boolean;
  /** The server takes no more: the time was over, or the attempt had been ended. */
  readonly closed: "late" | "ended" | null;
};

export type SaveShown =
  | "untouched"
  | "loaded"
  | "saving"
  | "saved"
  | "recovered"
  | "offline"
  | "unkept"
  | "signed-out"
  | "taken-over"
  | "refused"
  | "contested"
  | "closed";

/** The one word for the state of saving. “Saved” only when the server has acknowledged every change (never.md I31). */
export function saveShown({ box, isUnreached, isSignedOut, isTakenOver, isUnkept, savedAt, hasRecovered, closed }: KeeperState): SaveShown {
  const pending = box.filter((slot) => slot.pending !== null);
  if (closed) return "closed";
  if (isTakenOver) return "taken-over";
  if (pending.length === 0 && savedAt === null) return box.some(({ standing }) => standing > 0) ? "loaded" : "untouched";
  if (pending.length === 0) return hasRecovered ? "recovered" : "saved";
  if (isSignedOut) return "signed-out";
  if (isUnreached) return isUnkept ? "unkept" : "offline";
  if (pending.some(({ theirs, refused }) => theirs === null && refused === null)) return "saving";
  return pending.some(({ theirs }) => theirs !== null) ? "contested" : "refused";
}
