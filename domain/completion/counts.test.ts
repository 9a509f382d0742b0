import fc from "fast-check";
import { expect, test } from "vitest";
import { TASK_STATES } from "#domain/tasks/state.ts";
import { countOf, dueOf, NO_COUNTS, plus, ratePercentOf, sumOf } from "./counts.ts";

const counts = (done: number, due: number, more = {}) => ({ ...NO_COUNTS, assigned: due, done, open: due - done, ...more });

test("the rate is done of what is to be done; waived and cancelled are taken off below the line", () => {
  expect(ratePercentOf(counts(1, 3))).toBe(33.3);
  expect(ratePercentOf(counts(2, 3))).toBe(66.7);
  expect(ratePercentOf({ ...NO_COUNTS, assigned: 5, done: 2, late: 1, overdue: 1, waived: 1, cancelled: 1 })).toBe(66.7);
  expect(ratePercentOf(NO_COUNTS)).toBeNull();
  expect(ratePercentOf({ ...NO_COUNTS, assigned: 2, waived: 1, cancelled: 1 })).toBeNull();
});

test("100 says that all is done and 0 that nothing is", () => {
  expect([ratePercentOf(counts(1_999, 2_000)), ratePercentOf(counts(2_000, 2_000))]).toEqual([99.9, 100]);
  expect([ratePercentOf(counts(1, 9_999)), ratePercentOf(counts(0, 9_999))]).toEqual([0.1, 0]);
});

test("a parent is the sum over people, not the mean of its branches", () => {
  const small = counts(1, 1);
  const large = counts(0, 9);
  expect(ratePercentOf(plus(small, large))).toBe(10);
});

test("every task counts once, and sums do not depend on the order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TASK_STATES)), (states) => {
      const sum = sumOf(states.map(countOf));
      expect(sum.assigned).toBe(states.length);
      expect(sum.done + sum.open + sum.overdue + sum.waived + sum.cancelled).toBe(states.length);
      expect(sum.done + sum.open + sum.overdue).toBe(dueOf(sum));
      expect(sumOf(states.toReversed().map(countOf))).toEqual(sum);
    }),
  );
});
