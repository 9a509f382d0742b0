import fc from "fast-check";
import { expect, test } from "vitest";
import { anyQuestion } from "#tests/world/any-question.ts";
import { readAiken } from "./read-aiken.ts";
import { writeAiken } from "./write-aiken.ts";

test("what Aiken holds reads again to the same; what it does not hold is named", () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 12 }), (questions) => {
      const { bytes, left } = writeAiken(questions, true);
      const gone = new Set(left.flatMap(({ at, code }) => (code === "details-left-out" ? [] : [at])));
      const held = questions.filter((_, at) => !gone.has(at));
      const asked = ({ body, key }: (typeof questions)[number]) => ({
        stem: body.stem,
        options: "options" in body ? body.options.map(({ text }) => text) : [],
        correct: "correct" in key ? key.correct : null,
      });
      const { rows } = readAiken(new TextDecoder().decode(bytes));
      expect(rows.map(({ draft }) => draft && asked(draft))).toEqual(held.map(asked));
      for (const [at, { body }] of questions.entries())
        expect(body.kind === "single" || body.kind === "multiple" || gone.has(at)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("files as people have them", () => {
  const { rows } = readAiken(
    "\uFEFF首都是哪里？\r\nA) 上海\r\nB) 北京\r\nANSWER: B\r\n\r\n选两个\nA. 甲\nB. 乙\nC. 丙\n答案：AC\n\n没有答案\nA. 甲\nB. 乙\n\n超出\nA. 甲\nB. 乙\nANSWER: D\n孤零零\nANSWER: A",
  );
  expect(rows.map(({ line, draft, problems }) => [line, draft?.key ?? problems.map(({ code }) => code)])).toEqual([
    [1, { kind: "single", correct: 1 }],
    [6, { kind: "multiple", correct: [0, 2] }],
    [12, ["answer-missing"]],
    [16, ["answer-beyond"]],
    [20, ["too-few"]],
  ]);
});
