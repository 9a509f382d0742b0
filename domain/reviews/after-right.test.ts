import { expect, test } from "vitest";
import { afterRight } from "./after-right.ts";
import { reviewDayOf } from "./review-day.ts";

const at = (text: string) => new Date(text);
const wrongAt = at("2026-11-20T12:00:00Z");

test("two right answers on two days take a question out of the wrong-book", () => {
  const first = afterRight({ rightSince: 0, wrongAt, rightAt: null }, at("2026-11-20T12:05:00Z"));
  expect(first).toEqual({ rightSince: 1, leaves: false });
  const rightAt = at("2026-11-20T12:05:00Z");
  expect(afterRight({ rightSince: 1, wrongAt, rightAt }, at("2026-11-20T13:00:00Z"))).toEqual({ rightSince: 1, leaves: false });
  expect(afterRight({ rightSince: 1, wrongAt, rightAt }, at("2026-11-21T12:00:00Z"))).toEqual({ rightSince: 2, leaves: true });
});

test("a right answer of before the last wrong one does not count as today's", () => {
  const rightAt = at("2026-11-20T11:00:00Z");
  expect(afterRight({ rightSince: 0, wrongAt, rightAt }, at("2026-11-20T12:30:00Z"))).toEqual({ rightSince: 1, leaves: false });
});

test("a review day begins at four in the morning, China time", () => {
  expect(reviewDayOf(at("2026-11-20T19:59:59Z"))).toBe(reviewDayOf(at("2026-11-19T20:00:00Z")));
  expect(reviewDayOf(at("2026-11-20T20:00:00Z"))).toBe(reviewDayOf(at("2026-11-20T19:59:59Z")) + 1);
});
