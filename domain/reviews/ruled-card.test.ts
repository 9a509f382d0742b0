import { expect, test } from "vitest";
import { AGAIN, GOOD } from "./rating.ts";
import { replayed, ruledCard, type StoredCard } from "./ruled-card.ts";
import { afterReview, NEW_CARD } from "./schedule.ts";

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 2));
const at = { now: day(20), name: "7.11", examOn: null };
const card: StoredCard = { wrongCount: 1, wrongAt: day(3), createdAt: day(3), removedAt: null, removedBy: null, isStarred: false };
const taken = { isTaken: true, toldAt: day(3) };
const again = { rating: AGAIN, reviewedAt: day(3) } as const;
const good = { rating: GOOD, reviewedAt: day(4) } as const;

test("replaying a log gives what each review made of the card", () => {
  const once = afterReview(NEW_CARD, AGAIN, { now: day(3), name: "7.11", examOn: null });
  expect(replayed([again, good], at)).toEqual(afterReview(once, GOOD, { now: day(4), name: "7.11", examOn: null }));
  expect(replayed([], at)).toBeNull();
});

test("a card whose only mistake is none leaves the book, and its lapse is gone; one that was starred stays, new", () => {
  expect(ruledCard(card, [], taken, at)).toEqual({
    ...{ ...NEW_CARD, dueAt: null, wrongCount: 0, wrongAt: null, removedAt: day(20), removedBy: "ruling" },
  });
  expect(ruledCard({ ...card, isStarred: true }, [], taken, at)).toMatchObject({
    wrongCount: 0,
    removedAt: null,
    removedBy: null,
    lapses: 0,
  });
});

test("a card with another mistake stays, as that one and the right answers make it", () => {
  const other = { rating: AGAIN, reviewedAt: day(9) } as const;
  const twice: StoredCard = { ...card, wrongCount: 2, wrongAt: day(9) };
  const after = ruledCard(twice, [good, other], taken, at);
  expect(after).toMatchObject({ wrongCount: 1, wrongAt: day(9), lapses: 1, reviews: 2, removedBy: null });
  expect(after.dueAt).toEqual(replayed([good, other], at)?.dueAt);
  // The later of the two is the one that is none: the earlier is the last mistake again.
  expect(ruledCard(twice, [again], { isTaken: true, toldAt: day(9) }, at).wrongAt).toEqual(day(3));
  expect(ruledCard(twice, [], { isTaken: true, toldAt: day(9) }, at)).toMatchObject({
    wrongAt: card.createdAt,
    dueAt: null,
    wrongCount: 1,
  });
});

test("what its owner took out stays out, what was known stays known", () => {
  for (const removedBy of ["hand", "known"] as const) {
    expect(ruledCard({ ...card, removedAt: day(5), removedBy }, [good], taken, at)).toMatchObject({ removedAt: day(5), removedBy });
  }
});

test("a ruling that is taken back puts the card back as it was", () => {
  const gone = ruledCard(card, [good], taken, at);
  const { wrongCount, wrongAt, removedAt, removedBy } = gone;
  const back = ruledCard({ ...card, wrongCount, wrongAt, removedAt, removedBy }, [again, good], { isTaken: false, toldAt: day(3) }, at);
  const { isKnown: _isKnown, ...memory } = replayed([again, good], at) ?? { isKnown: false };
  expect(back).toEqual({ ...memory, wrongCount: 1, wrongAt: day(3), removedAt: null, removedBy: null });
  const byHand = { ...card, removedAt: day(6), removedBy: "hand" as const };
  expect(ruledCard(byHand, [again], { isTaken: false, toldAt: day(3) }, at)).toMatchObject({ removedBy: "hand" });
});
