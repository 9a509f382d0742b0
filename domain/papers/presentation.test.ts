import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markOf } from "#domain/questions/mark.ts";
import {
  MULTIPLE_MODES,
  type PartBody,
  type PartKey,
  type PartResponse,
  type QuestionBody,
  type QuestionKey,
  type Response,
} from "#domain/questions/question.ts";
import { authoredResponse } from "./authored-response.ts";
import { letterOf, presentationOf, shownBody, shownKey, shownNumber } from "./presentation.ts";
import { shownResponse } from "./shown-response.ts";

const option = fc
  .record({ text: fc.string({ minLength: 1 }), pin: fc.constantFrom(undefined, "first" as const, "last" as const, "fixed" as const) })
  .map(({ text, pin }) => (pin ? { text, pin } : { text }));
const options = fc.array(option, { minLength: 2, maxLength: 10 });
const texts = fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 10 });
const stem = "题干";
const parts: fc.Arbitrary<{ body: PartBody; key: PartKey }> = fc.oneof(
  fc.tuple(options, fc.nat(9)).map(([list, at]) => ({
    body: { kind: "single" as const, stem, options: list },
    key: { kind: "single" as const, correct: at % list.length },
  })),
  fc.tuple(options, fc.nat()).map(([list, mask]) => {
    const chosen = [...list.keys()].filter((at) => (mask >> at) & 1);
    return {
      body: { kind: "multiple" as const, stem, options: list },
      key: { kind: "multiple" as const, correct: chosen.length ? chosen : [0] },
    };
  }),
  fc.tuple(options, fc.nat(9)).map(([list, at]) => ({
    body: { kind: "indefinite" as const, stem, options: list },
    key: {
      kind: "indefinite" as const,
      correct: [at % list.length],
      weights: list.map((_, place) => (place === at % list.length ? 100 : -100)),
    },
  })),
  fc.integer().map((value) => ({
    body: { kind: "numeric" as const, stem, unit: "人" },
    key: { kind: "numeric" as const, answers: [{ value, tolerance: 0, percent: 100 }] },
  })),
  fc.boolean().map((correct) => ({ body: { kind: "truefalse" as const, stem }, key: { kind: "truefalse" as const, correct } })),
  texts.chain((items) =>
    fc.shuffledSubarray([...items.keys()], { minLength: items.length }).map((order) => ({
      body: { kind: "ordering" as const, stem, items },
      key: { kind: "ordering" as const, order, adjacentPairs: true },
    })),
  ),
  fc
    .tuple(texts, texts)
    .chain(([lefts, rights]) =>
      fc
        .array(fc.nat(rights.length - 1), { minLength: lefts.length, maxLength: lefts.length })
        .map((pairs) => ({ body: { kind: "matching" as const, stem, lefts, rights }, key: { kind: "matching" as const, pairs } })),
    ),
);

const questions: fc.Arbitrary<{ body: QuestionBody; key: QuestionKey }> = fc.oneof(
  parts,
  fc.array(parts, { minLength: 1, maxLength: 6 }).map((list) => ({
    body: { kind: "group" as const, stem, parts: list.map(({ body }) => body) },
    key: { kind: "group" as const, parts: list.map(({ key }) => key) },
  })),
);

/** What a person who knows the key would click on this screen. */
function clicksOf(key: QuestionKey): Response {
  switch (key.kind) {
    case "single":
      return { picks: [key.correct] };
    case "multiple":
    case "indefinite":
      return { picks: key.correct };
    case "truefalse":
      return { truth: key.correct };
    case "ordering":
      return { order: key.order };
    case "matching":
      return { pairs: key.pairs };
    case "fill":
      return { texts: [] };
    case "numeric":
      return { text: String(key.answers[0]?.value) };
    case "short":
      return { text: key.accepted[0]?.text ?? "" };
    case "essay":
      return null;
    case "group":
      return { parts: key.parts.map((part) => clicksOf(part) as PartResponse) };
  }
}

describe("laws", () => {
  test("however it is shuffled, clicking what the shown key says earns full marks and comes back as clicked", () => {
    fc.assert(
      fc.property(
        questions,
        fc.string(),
        fc.nat(50),
        fc.boolean(),
        fc.constantFrom(...MULTIPLE_MODES),
        ({ body, key }, seed, slot, shuffle, mode) => {
          const shown = presentationOf(body, seed, slot, shuffle);
          expect(presentationOf(body, seed, slot, shuffle)).toEqual(shown);
          const clicks = clicksOf(shownKey(key, shown, body));
          const response = authoredResponse(clicks, body, shown);
          expect(shownResponse(response, shown, body)).toEqual(clicks);
          expect(markOf({ body, key, response, worth: 1_000, mode })).toEqual({ milli: 1_000, right: true });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("the shown options are the author's, pins in their places, and nothing says where they stood", () => {
    fc.assert(
      fc.property(options, fc.string(), (list, seed) => {
        const body: QuestionBody = { kind: "single", stem, options: list };
        const places = presentationOf(body, seed, 0, true);
        expect([...places].sort((a, b) => a - b)).toEqual([...list.keys()]);
        for (const [place, one] of list.entries()) if (one.pin === "fixed") expect(places[place]).toBe(place);
        const rank = { first: 0, none: 1, last: 2 };
        const loose = places
          .filter((place) => list[place]?.pin !== "fixed")
          .map((place) => rank[(list[place]?.pin as "first" | "last" | undefined) ?? "none"]);
        expect(loose).toEqual([...loose].sort((a, b) => a - b));
        expect(Object.keys(shownBody(body, places)).sort()).toEqual(["kind", "options", "stem"]);
        expect(shownBody(body, places)).toEqual({ kind: "single", stem, options: places.map((place) => list[place]?.text) });
      }),
      { numRuns: 1_000 },
    );
  });
});

test("with shuffling off options keep the author's order; ordering and matching are shuffled all the same", () => {
  const items = Array.from({ length: 10 }, (_, at) => `第${at}步`);
  const seeds = Array.from({ length: 5 }, (_, at) => `s${at}`);
  const own = [...items.keys()];
  expect(presentationOf({ kind: "multiple", stem, options: items.map((text) => ({ text })) }, "s", 0, false)).toEqual(own);
  expect(seeds.some((seed) => presentationOf({ kind: "ordering", stem, items }, seed, 0, false).join() !== own.join())).toBe(true);
  expect(
    seeds.some((seed) => presentationOf({ kind: "matching", stem, lefts: items, rights: items }, seed, 0, false).join() !== own.join()),
  ).toBe(true);
});

test("places have letters and numbers", () => {
  expect([letterOf(0), letterOf(9), shownNumber(0)]).toEqual(["A", "J", 1]);
});
