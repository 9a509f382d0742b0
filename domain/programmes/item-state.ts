/** How an item stands for somebody. `locked`: something has to be done first; `coming` and `closed`: outside its window. */
export const ITEM_STATES = ["done", "waived", "locked", "coming", "closed", "overdue", "started", "open"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

type Facts = Readonly<{
  doneAt: Date | null;
  waivedAt: Date | null;
  dueAt: Date | null;
  opensAt: Date;
  closesAt: Date;
  /** Whether everything it requires is done or waived. */
  isUnlocked: boolean;
  /** Something was begun and not finished. */
  isStarted: boolean;
  now: Date;
}>;

/** What is done stays done; late is still possible until the window shuts, half-open, [opens, closes). */
export function itemStateOf({ doneAt, waivedAt, dueAt, opensAt, closesAt, isUnlocked, isStarted, now }: Facts): ItemState {
  if (doneAt) return "done";
  if (waivedAt) return "waived";
  if (now >= closesAt) return "closed";
  if (!isUnlocked) return "locked";
  if (now < opensAt) return "coming";
  if (dueAt && now >= dueAt) return "overdue";
  return isStarted ? "started" : "open";
}

/** Whether it may be worked on: also again, after it is done, as long as its window is open. */
export const mayWorkOn = (facts: Facts): boolean =>
  facts.now >= facts.opensAt && facts.now < facts.closesAt && (facts.isUnlocked || facts.doneAt !== null);
