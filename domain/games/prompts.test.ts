import fc from "fast-check";
import { expect, test } from "vitest";
import { countedWords, orderedAsks, pollCounts, takesAt, tidyWord, tidyWords } from "./prompts.ts";

const at = (seconds: number) => new Date(Date.parse("2026-12-01T02:00:00Z") + seconds * 1_000);

test("a word is one word however it is typed, and is shown as most typed it", () => {
  expect(["为民。", " 为民 ", "“为民”", "为民！"].map(tidyWord)).toEqual(["为民", "为民", "为民", "为民"]);
  expect(countedWords([["ＡＩ"], ["ai"], ["AI"], ["AI "]])).toEqual(
    [{ key: "ai", word: "AI", count: 4 }].map((one) => ({ ...one, count: 4 })),
  );
  expect(tidyWords(["担当", "担当。", "", "实干", "为民", "第四个"])).toEqual(["担当", "实干", "为民"]);
});

test("whoever says a word twice is counted once; the most said comes first, equal ones by the word", () => {
  expect(countedWords([["乙", "乙"], ["乙", "甲"], ["甲"], ["丙"]]).map(({ word, count }) => [word, count])).toEqual([
    ["乙", 2],
    ["甲", 2],
    ["丙", 1],
  ]);
});

test("the order in which words come changes nothing", () => {
  const said = fc.array(fc.array(fc.constantFrom("甲", "乙", "A", "a", "甲。"), { maxLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(said, (list) => {
      expect(countedWords([...list].reverse())).toEqual(countedWords(list));
    }),
  );
});

test("a poll counts each choice and nothing that is none; a window is half-open", () => {
  expect(pollCounts(3, [0, 2, 2, 9, -1])).toEqual([1, 0, 2]);
  const window = { openedAt: at(0), closedAt: at(10) };
  expect([-0.001, 0, 9.999, 10].map((second) => takesAt(window, at(second)))).toEqual([false, true, true, false]);
  expect(takesAt({ ...window, closedAt: null }, at(99_999))).toBe(true);
});

test("questions from the room: most wished for first, the earlier of equal ones, what is done at the end", () => {
  const ask = (id: number, votes: number, state: "waiting" | "shown" | "answered" | "hidden") => ({ id, votes, state });
  const list = [ask(1, 1, "shown"), ask(2, 9, "answered"), ask(3, 4, "shown"), ask(4, 4, "waiting"), ask(5, 0, "hidden")];
  expect(orderedAsks(list).map(({ id }) => id)).toEqual([3, 4, 1, 2, 5]);
});
