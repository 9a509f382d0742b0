import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markOf } from "./mark.ts";
import { MULTIPLE_MODES, type MultipleMode, type PartKey, type PartResponse, type QuestionKey, type Response } from "./question.ts";

const mark = (key: QuestionKey, response: Response, mode: MultipleMode = "all_or_nothing", worth = 2_000) =>
  markOf({ body: { kind: key.kind }, key, response, worth, mode });
const milliOf = (...args: Parameters<typeof mark>) => mark(...args).milli;

const choices = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 10 });
const fills = fc.record({
  kind: fc.constant("fill" as const),
  blanks: fc.array(fc.array(fc.constantFrom("甲", "乙", "丙"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  match: fc.constantFrom("exact" as const, "contains" as const),
  anyOrder: fc.boolean(),
  allOrNothing: fc.boolean(),
  foldDigits: fc.boolean(),
});
const parts: fc.Arbitrary<PartKey> = fc.oneof(
  fc.record({ kind: fc.constant("single" as const), correct: fc.nat(9) }),
  fc.record({ kind: fc.constant("multiple" as const), correct: choices }),
  fc.record({ kind: fc.constant("truefalse" as const), correct: fc.boolean() }),
  fills,
  fc.record({
    kind: fc.constant("ordering" as const),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    adjacentPairs: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("numeric" as const),
    answers: fc.array(fc.record({ value: fc.integer(), tolerance: fc.nat(5), percent: fc.constant(100) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("short" as const),
    accepted: fc.array(fc.record({ text: fc.constantFrom("甲", "乙*", "丙 丁"), percent: fc.constant(100) }), {
      minLength: 1,
      maxLength: 3,
    }),
    keywords: fc.array(fc.record({ words: fc.constant<string[]>(["戊"]), percent: fc.integer({ min: 1, max: 100 }) }), { maxLength: 3 }),
    caseSensitive: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("matching" as const), pairs: fc.array(fc.nat(4), { minLength: 2, maxLength: 5 }) }),
);
const keys: fc.Arbitrary<QuestionKey> = fc.oneof(
  parts,
  fc.array(parts, { minLength: 1, maxLength: 10 }).map((list) => ({ kind: "group" as const, parts: list })),
);
const responses: fc.Arbitrary<Response> = fc.oneof(
  fc.constant(null),
  fc.record({ picks: fc.uniqueArray(fc.nat(9), { maxLength: 10 }) }),
  fc.record({ truth: fc.boolean() }),
  fc.record({ texts: fc.array(fc.constantFrom("甲", "乙", "丙", "", "甲乙"), { maxLength: 4 }) }),
  fc.record({ order: fc.shuffledSubarray([0, 1, 2, 3, 4]) }),
  fc.record({ pairs: fc.array(fc.option(fc.nat(4)), { maxLength: 5 }) }),
  fc.record({ text: fc.constantFrom("甲", "戊", "3", "", "−2 人") }),
);
const modes = fc.constantFrom(...MULTIPLE_MODES);
const worths = fc.integer({ min: 1, max: 1_000_000 });

/** The response that says exactly what the key says. */
function perfect(key: QuestionKey): Response {
  switch (key.kind) {
    case "single":
      return { picks: [key.correct] };
    case "multiple":
    case "indefinite":
      return { picks: key.correct };
    case "truefalse":
      return { truth: key.correct };
    case "fill":
      return { texts: key.blanks.map((accepted) => accepted[0] ?? "") };
    case "ordering":
      return { order: key.order };
    case "matching":
      return { pairs: key.pairs };
    case "numeric":
      return { text: String(key.answers[0]?.value) };
    case "short":
      return { text: key.accepted[0]?.text ?? "" };
    case "essay":
      return null;
    case "group":
      return { parts: key.parts.map((part) => perfect(part) as PartResponse) };
  }
}

describe("laws", () => {
  test("a mark is a whole number from nothing to the worth; full marks for the key itself, nothing for no answer", () => {
    fc.assert(
      fc.property(keys, responses, modes, worths, (key, response, mode, worth) => {
        const { milli, right } = mark(key, response, mode, worth);
        expect(Number.isInteger(milli) && milli >= 0 && milli <= worth).toBe(true);
        if (right) expect(milli).toBe(worth);
        expect(mark(key, perfect(key), mode, worth)).toEqual({ milli: worth, right: true });
        expect(mark(key, null, mode, worth)).toEqual({ milli: 0, right: false });
      }),
      { numRuns: 2_000 },
    );
  });

  test("one more right option never lowers the mark, one more wrong option never raises it", () => {
    fc.assert(
      fc.property(choices, fc.uniqueArray(fc.nat(9), { maxLength: 9 }), fc.nat(9), modes, worths, (correct, picks, added, mode, worth) => {
        fc.pre(!picks.includes(added));
        const key: QuestionKey = { kind: "multiple", correct };
        const before = milliOf(key, { picks }, mode, worth);
        const after = milliOf(key, { picks: [...picks, added] }, mode, worth);
        if (correct.includes(added)) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  test("the order in which options were ticked, and the author's order of the list, change nothing", () => {
    fc.assert(
      fc.property(
        choices,
        choices,
        modes,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
        (correct, picks, mode, renamed) => {
          const other = (places: number[]) => places.map((place) => renamed[place] ?? 0);
          const same = milliOf({ kind: "multiple", correct }, { picks }, mode);
          expect(milliOf({ kind: "multiple", correct }, { picks: picks.toReversed() }, mode)).toBe(same);
          expect(milliOf({ kind: "multiple", correct: other(correct) }, { picks: other(picks) }, mode)).toBe(same);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("mending one blank never lowers a fill whose blanks have their order", () => {
    const texts = fc.array(fc.constantFrom("甲", "乙", "丙", "", "甲乙"), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fills, texts, fc.nat(3), (drawn, written, at) => {
        const key = { ...drawn, anyOrder: false };
        const blank = at % key.blanks.length;
        const before = written.slice(0, key.blanks.length);
        const mended = before.with(blank, key.blanks[blank]?.[0] ?? "");
        expect(milliOf(key, { texts: mended })).toBeGreaterThanOrEqual(milliOf(key, { texts: before }));
      }),
      { numRuns: 1_000 },
    );
  });
});
