import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuestionKey } from "#domain/questions/question.ts";
import { type LedgerLine, type RulingDone, replayLedger, ruledBy } from "./replay-ledger.ts";
import { stateOf } from "./ruled-slots.ts";
import { placeOfTries, type Tried } from "./tried.ts";

const body = { kind: "single" as const, stem: "？", options: ["甲", "乙", "丙", "丁"].map((text) => ({ text })) };
const keyed = (correct: number): QuestionKey => ({ kind: "single", correct });
const MARKING = { multipleMode: "all_or_nothing", judged: "icpc" } as const;
const WORTH = 10_000;

/** Tries of options in their order, as they were told by key 0. */
const tried = (...picks: number[]): Tried[] =>
  picks.map((pick, at) => ({ number: at + 1, response: { picks: [pick] }, right: pick === 0, milli: pick === 0 ? WORTH : 0 }));
const ruling = (id: number, kind: RulingDone["kind"], correct: number | null, more: Partial<RulingDone> = {}): RulingDone => ({
  ...{ id, kind, versionId: 1, key: correct === null ? null : keyed(correct), takesBack: null, body, ...more },
});
const line = (done: RulingDone | null, after: Partial<LedgerLine> = {}): LedgerLine => ({
  ...{ slot: 0, milliAfter: 0, rightAfter: false, worthAfter: null, ruling: done, ...after },
});
const paperOf = (...picks: number[]) => [placeOfTries(1, WORTH, tried(...picks)), placeOfTries(2, WORTH, tried(3, 0))];
const after = (picks: number[], ...lines: LedgerLine[]) => {
  const [first] = replayLedger(paperOf(...picks), lines, MARKING).slots;
  return [first?.milli, first?.right, first?.stands];
};

test("the first right try stands, by its own time and after its own wrong tries; the tries after it are nothing", () => {
  expect(after([3, 2, 0])).toEqual([WORTH, true, 3]);
  expect(after([3, 2])).toEqual([0, false, 1]);
  expect(after([])).toEqual([0, false, 0]);
  expect(after([3, 2, 0], line(ruling(1, "accept_also", 2)))).toEqual([WORTH, true, 2]);
  expect(after([3, 2, 0], line(ruling(1, "change_key", 3)))).toEqual([WORTH, true, 1]);
  expect(after([3, 2, 0], line(ruling(1, "change_key", 1)))).toEqual([0, false, 1]);
});

test("what everybody is given, and what nobody is, has nobody's time; a corrected key makes it a question again", () => {
  const given = line(ruling(1, "void_full", null));
  expect(after([3, 0], given)).toEqual([WORTH, true, 0]);
  expect(after([], given)).toEqual([WORTH, true, 0]);
  expect(after([3, 0], given, line(ruling(2, "accept_also", 3)))).toEqual([WORTH, true, 0]);
  expect(after([3, 0], given, line(ruling(2, "change_key", 3)))).toEqual([WORTH, true, 1]);
  expect(after([3, 0], line(ruling(1, "void_exclude", null)))).toEqual([0, false, 0]);
  const [, other] = replayLedger(paperOf(3, 0), [line(ruling(1, "void_exclude", null))], MARKING).slots;
  expect(other).toMatchObject({ worth: 2 * WORTH, milli: 2 * WORTH, right: true, stands: 2 });
});

test("rulings add up, and taking the last back gives what the one before left", () => {
  const [also, more] = [line(ruling(1, "accept_also", 3)), line(ruling(2, "accept_also", 2))];
  expect(after([3, 2, 0], line(ruling(3, "accept_also", 2)), line(ruling(4, "accept_also", 3)))).toEqual([WORTH, true, 1]);
  expect(after([2, 3, 0], also, more)).toEqual([WORTH, true, 1]);
  expect(after([2, 3, 0], also, more, line(ruling(5, "take_back", null, { takesBack: 2 })))).toEqual([WORTH, true, 2]);
});

test("a mark given by hand is of the answer that stands", () => {
  const byHand = line(null, { milliAfter: WORTH, rightAfter: true });
  expect(after([3, 2], byHand)).toEqual([WORTH, true, 1]);
  expect(after([3, 2], byHand, line(ruling(1, "accept_also", 2)))).toEqual([WORTH, true, 1]);
  expect(after([3, 2], byHand, line(ruling(1, "change_key", 2)))).toEqual([WORTH, true, 2]);
  const down = line(null, { milliAfter: 0, rightAfter: false });
  expect(after([3, 0], down)).toEqual([0, false, 2]);
  expect(after([3, 0], down, line(ruling(1, "accept_also", 3)))).toEqual([WORTH, true, 1]);
});

test("of any tries and rulings: a second time changes nothing, and a further answer never costs points, time or tries", () => {
  const kinds = fc.constantFrom("void_full", "void_exclude", "accept_also", "change_key");
  const picks = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(picks, fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 5 }), (given, steps) => {
      let slots = paperOf(...given);
      for (const [at, [kind, correct]] of steps.entries()) {
        const done = ruling(at, kind, kind.startsWith("void") ? null : correct);
        const next = ruledBy(slots, done, [], MARKING);
        const was = slots[0];
        slots = slots.map((slot, place) => ({ ...slot, ...next[place] }));
        expect(ruledBy(slots, done, [], MARKING)).toEqual(slots.map(stateOf));
        const now = slots[0];
        if (kind === "accept_also" && was?.right) expect([now?.milli, (now?.stands ?? 9) <= (was.stands ?? 0)]).toEqual([was.milli, true]);
      }
    }),
  );
});
