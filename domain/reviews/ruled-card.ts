import { AGAIN, type Rating } from "./rating.ts";
import { afterReview, type Memory, NEW_CARD, type Scheduled } from "./schedule.ts";

/** A review that counted, as the log has it. */
export type Logged = Readonly<{ rating: Rating; reviewedAt: Date }>;
type RemovedBy = "hand" | "known" | "ruling" | null;
export type StoredCard = Readonly<{
  wrongCount: number;
  wrongAt: Date | null;
  createdAt: Date;
  removedAt: Date | null;
  removedBy: RemovedBy;
  isStarred: boolean;
}>;
/** A mistake that is none any more (`isTaken`), or counts again; when it was told. */
export type RuledMistake = Readonly<{ isTaken: boolean; toldAt: Date }>;
export type RuledCard = Memory &
  Readonly<{ dueAt: Date | null; wrongCount: number; wrongAt: Date | null; removedAt: Date | null; removedBy: RemovedBy }>;

type At = Readonly<{ now: Date; name: string; examOn: string | null }>;

/** What FSRS makes of a card from the reviews that count, oldest first; null of none. */
export function replayed(log: readonly Logged[], { name, examOn }: Pick<At, "name" | "examOn">): Scheduled | null {
  let after: Scheduled | null = null;
  for (const { rating, reviewedAt } of log) after = afterReview(after ?? NEW_CARD, rating, { now: reviewedAt, name, examOn });
  return after;
}

function wrongAtOf({ wrongAt, createdAt }: StoredCard, log: readonly Logged[], { isTaken, toldAt }: RuledMistake, wrongCount: number) {
  const ms = wrongAt?.getTime() ?? 0;
  if (!isTaken) return new Date(Math.max(ms, toldAt.getTime()));
  if (wrongCount === 0) return null;
  // A later mistake stands by itself; else the last one that counted, or the one the card was made for.
  if (ms > toldAt.getTime()) return wrongAt;
  return log.findLast(({ rating }) => rating === AGAIN)?.reviewedAt ?? createdAt;
}

function removalOf(card: StoredCard, { isTaken }: RuledMistake, holds: boolean, isKnown: boolean, now: Date) {
  const { removedAt, removedBy } = card;
  // What its owner took out stays out; what was known and is asked less of stays known.
  if (removedBy === "hand" || (isTaken && removedBy === "known")) return { removedAt, removedBy };
  if (isKnown) return { removedAt: removedAt ?? now, removedBy: "known" as const };
  return holds ? { removedAt: null, removedBy: null } : { removedAt: removedAt ?? now, removedBy: "ruling" as const };
}

/**
 * A wrong-book card once a ruling has moved one of its mistakes. The rule: what is no mistake was never a lapse. The card stands as the
 * other reviews (`log`, without what was taken back) make it; with no mistake left and no star it leaves the book, as it has no reason to
 * be in it. A mistake that counts again puts everything back as it was.
 */
export function ruledCard(card: StoredCard, log: readonly Logged[], mistake: RuledMistake, at: At): RuledCard {
  const wrongCount = Math.max(0, card.wrongCount + (mistake.isTaken ? -1 : 1));
  const { isKnown, ...memory } = replayed(log, at) ?? { ...NEW_CARD, dueAt: null, isKnown: false };
  return {
    ...{ ...memory, wrongCount, wrongAt: wrongAtOf(card, log, mistake, wrongCount) },
    ...removalOf(card, mistake, wrongCount > 0 || card.isStarred, isKnown, at.now),
  };
}
