import { expect, test } from "vitest";
import { segmentsOf } from "./segments.ts";

const block = (id: string) => ({ id });
const blocks = ["s1", "p1", "p2", "s2", "p3"].map(block);

test("a question stands right after its paragraph, in reading order; what stands nowhere stands at the end", () => {
  const checks = [
    { questionId: 1, after: "" },
    { questionId: 2, after: "p1" },
    { questionId: 3, after: "p9" },
    { questionId: 4, after: "p1" },
  ];
  const segments = segmentsOf(blocks, checks);
  expect(
    segments.map((one) => [
      one.blocks.map(({ id }) => id).join(),
      one.checks.map(({ check, number }) => `${check.questionId}:${number}`).join(),
    ]),
  ).toEqual([
    ["s1,p1", "2:1,4:2"],
    ["p2,s2,p3", "1:3,3:4"],
  ]);
});

test("a text without questions is one piece", () => {
  expect(segmentsOf(blocks, []).map((one) => one.blocks.length)).toEqual([5]);
});
