import { expect, test } from "vitest";
import { type Candidate, drawDaily } from "./draw-daily.ts";
import { masteryOf } from "./mastery.ts";
import { livesLeft } from "./modes.ts";

const bank: Candidate[] = Array.from({ length: 40 }, (_, at) => ({
  questionId: at + 1,
  versionId: 100 + at,
  category: `题类${at % 8}`,
  isMet: at < 16,
}));
const idsOf = (drawn: readonly Candidate[]) => drawn.map(({ questionId }) => questionId);

test("a day has what is due first, then weak topics, then what was never met; the same for the same seed", () => {
  const wish = { due: [9, 3], bank, weak: ["题类5", "题类6", "题类7"] };
  const drawn = drawDaily(wish, 5, "one");
  expect(idsOf(drawn)).toEqual(idsOf(drawDaily(wish, 5, "one")));
  expect(idsOf(drawn).slice(0, 2)).toEqual([9, 3]);
  expect(drawn.slice(2, 4).map(({ category }) => category)).toEqual(["题类5", "题类6"]);
  expect(drawn.slice(2).every(({ isMet }) => !isMet)).toBe(true);
  expect(new Set(idsOf(drawn)).size).toBe(5);
  expect(new Set(Array.from({ length: 20 }, (_, at) => idsOf(drawDaily(wish, 5, `seed ${at}`)).join())).size).toBeGreaterThan(5);
});

test("five due ones fill the day; what left the bank is not asked; a small bank gives what it has", () => {
  expect(idsOf(drawDaily({ due: [1, 2, 3, 4, 5, 6], bank, weak: [] }, 5, "x"))).toEqual([1, 2, 3, 4, 5]);
  expect(idsOf(drawDaily({ due: [999], bank: bank.slice(0, 3), weak: ["题类0"] }, 5, "x")).toSorted()).toEqual([1, 2, 3]);
});

test("mastery is the share of the last twenty, the weakest first, and says nothing of a few", () => {
  const answers = (topic: string, right: string) => [...right].map((sign) => ({ topic, isRight: sign === "1" }));
  const mastery = masteryOf([...answers("甲", "1".repeat(20) + "0".repeat(30)), ...answers("乙", "11110000"), ...answers("丙", "000")]);
  expect(mastery).toEqual([
    { topic: "乙", answers: 8, right: 4, percent: 50, band: "weak", trend: 100 },
    { topic: "甲", answers: 20, right: 20, percent: 100, band: "good", trend: 0 },
    { topic: "丙", answers: 3, right: 0, percent: null, band: "few", trend: null },
  ]);
});

test("lives are lost by wrong answers alone", () => {
  expect(livesLeft({ lives: 3, answered: 7, rightCount: 5 })).toBe(1);
  expect(livesLeft({ lives: 3, answered: 9, rightCount: 5 })).toBe(0);
  expect(livesLeft({ lives: null, answered: 9, rightCount: 0 })).toBeNull();
});
