import { describe, expect, test } from "vitest";
import type { QuestionBody, Response } from "#domain/questions/question.ts";
import { authoredResponse } from "./authored-response.ts";
import { presentationOf } from "./presentation.ts";

const stem = "题干";

describe("a response that does not belong to the question is refused", () => {
  const single: QuestionBody = { kind: "single", stem, options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] };
  const multiple: QuestionBody = { ...single, kind: "multiple" };
  const fill: QuestionBody = { kind: "fill", stem, blanks: 1 };
  const ordering: QuestionBody = { kind: "ordering", stem, items: ["甲", "乙", "丙"] };
  const matching: QuestionBody = { kind: "matching", stem, lefts: ["甲", "乙"], rights: ["子", "丑"] };
  test.each<[string, QuestionBody, Response]>([
    ["another kind", single, { truth: true }],
    ["no pick for a single", single, { picks: [] }],
    ["two picks for a single", single, { picks: [0, 1] }],
    ["a place that is not there", single, { picks: [3] }],
    ["a pick twice", multiple, { picks: [1, 1] }],
    ["more texts than blanks", fill, { texts: ["a", "b"] }],
    ["an item twice", ordering, { order: [0, 0, 1] }],
    ["an item that is not there", ordering, { order: [0, 1, 3] }],
    ["more pairs than lefts", matching, { pairs: [0, 1, 0] }],
    ["a right that is not there", matching, { pairs: [0, 2] }],
    ["picks for a matching", matching, { picks: [0] }],
  ])("%s", (_, body, response) => {
    const shown = presentationOf(body, "seed", 1, true);
    expect(() => authoredResponse(response, body, shown)).toThrow(expect.objectContaining({ code: "answer-shape" }));
  });

  test.each<[string, QuestionBody, Response]>([
    ["nothing ticked", multiple, { picks: [] }],
    ["blanks left blank", fill, { texts: [" "] }],
    ["nothing matched", matching, { pairs: [null, null] }],
    ["nothing ordered", ordering, { order: [] }],
    ["cleared", single, null],
  ])("but %s is simply no answer", (_, body, response) => {
    expect(authoredResponse(response, body, presentationOf(body, "seed", 1, true))).toBeNull();
  });
});
