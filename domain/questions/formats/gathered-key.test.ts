import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

const paper = (answer: string) =>
  `一、单选题（每题 2 分）\n1. 甲？\nA. 一\nB. 二\nC. 三\n2. 乙？\nA. 一 B. 二 C. 三\n二、多选题\n1. 丙？\nA. 一 B. 二 C. 三\n2. 丁？\nA. 一 B. 二 C. 三\n三、判断题\n1. 戊。\n2. 己。\n${answer}`;
const KEYS = [
  { kind: "single", correct: 1 },
  { kind: "single", correct: 2 },
  { kind: "multiple", correct: [0, 1] },
  { kind: "multiple", correct: [0, 1, 2] },
  { kind: "truefalse", correct: true },
  { kind: "truefalse", correct: false },
];
const read = (text: string) => {
  const { rows, problems } = readText(text);
  return { rows, problems, keys: rows.map(({ draft, problems: of }) => draft?.key ?? of.map(({ code }) => code)) };
};
const three = "1. 甲？\nA. 一\nB. 二\n2. 乙？\nA. 一\nB. 二\n3. 丙？\nA. 一\nB. 二\n";

describe("answers gathered at the end of a paper", () => {
  test.each([
    ["ranges under headings", "参考答案\n一、单选题\n1-2 BC\n二、多选题\n1—2：AB ABC\n三、判断题\n1~2 √×"],
    ["on the line of the heading", "【参考答案】\n一、单选题：1.B 2.C\n二、1.AB；2.ABC\n三、判断题：1.√ 2.×"],
    ["numbers that begin anew, without headings", "答案：\n1、B 2、C\n1、A,B 2、ABC\n1、对 2、错"],
    ["by kind, in another order, full width", "标准答案\n判断题：1.正确 2.错误\n单选题：１－２ ＢＣ\n多选题\n1. A、B\n2. A、B、C"],
    [
      "a table under each heading",
      "参考答案\n一、单选题\n题号\t1\t2\n答案\tB\tC\n二、多选题\n题号\t1\t2\n答案\tAB\tABC\n三、判断题\n题号 1 2\n答案 √ ×",
    ],
    ["without a space between", "答案：一、单选题：1B2C\n二、多选题：1AB 2ABC\n三、判断题：1√2×"],
  ])("%s", (_, answer) => {
    const { keys, problems, rows } = read(paper(answer.normalize("NFC")));
    expect(problems).toEqual([]);
    expect(keys).toEqual(KEYS);
    // Each row holds its answer, so that it reads the same by itself.
    expect(rows.map(({ raw }) => readText(raw as string).rows.map(({ draft }) => draft?.key))).toEqual(KEYS.map((key) => [key]));
  });

  test("a key behind each section, of free text too; the next section is read on", () => {
    const { keys } = read(
      "一、单选题\n1. 甲？\nA. 一\nB. 二\n2. 乙？\nA. 一\nB. 二\n答案：1-2 AB\n二、判断题\n1. 丙。\n2. 丁。\n答案：1.对 2.错\n三、填空题\n1. 首都是____。\n2. 长____公里。\n【答案】1. 北京 2. 6300",
    );
    expect(keys.slice(0, 4)).toEqual([
      { kind: "single", correct: 0 },
      { kind: "single", correct: 1 },
      { kind: "truefalse", correct: true },
      { kind: "truefalse", correct: false },
    ]);
    expect(keys.slice(4)).toMatchObject([{ blanks: [["北京"]] }, { blanks: [["6300"]] }]);
  });

  test("explanations stand with their answers, over several lines", () => {
    const { rows } = read(`${three}\n参考答案及解析\n1.【答案】A\n【解析】因为甲，\n也因为乙。\n2. B 解析：因为丙\n3. A`);
    expect(rows.map(({ draft }) => [draft?.key, draft?.explanation])).toEqual([
      [{ kind: "single", correct: 0 }, "因为甲，\n也因为乙。"],
      [{ kind: "single", correct: 1 }, "因为丙"],
      [{ kind: "single", correct: 0 }, ""],
    ]);
  });

  test("the questions of a material", () => {
    const { keys } = read(
      "1. 【材料题】读一读。\n（1）说了什么？\nA. 甲\nB. 乙\n（2）是真的。\n2. 乙？\nA. 一\nB. 二\n参考答案\n1.（1）B（2）错\n2. A",
    );
    expect(keys).toEqual([
      {
        kind: "group",
        parts: [
          { kind: "single", correct: 1 },
          { kind: "truefalse", correct: false },
        ],
      },
      { kind: "single", correct: 0 },
    ]);
  });

  test("an answer of the question's own that differs is to be settled by somebody, also when the row is read again", () => {
    const { rows } = read(`${three.replace("B. 二\n2.", "B. 二\n答案：B\n2.").replace("乙？", "乙（ A ）")}参考答案：1-3 BBA`);
    const codes = rows.map(({ problems }) => problems.filter(({ severity }) => severity === "error").map(({ code, line }) => [code, line]));
    expect(codes).toEqual([[], [["answers-differ", 5]], []]);
    const raw = rows[1]?.raw as string;
    expect(readText(raw).rows[0]?.problems).toContainEqual(
      expect.objectContaining({ code: "answers-differ", params: { own: "A", key: "B" } }),
    );
    expect(readText(raw.replace("（ A ）", "（ ）")).rows[0]).toMatchObject({ draft: { key: { correct: 1 } }, problems: [] });
  });

  test("what fits no question is told with its line; what does not come out even is not used", () => {
    expect(read(`${three}答案：1、A 2、B 3、A 9、C`).problems).toMatchObject([
      { code: "key-without-question", params: { numbers: "9" }, line: 10 },
    ]);
    const { problems, keys } = read(`${three}参考答案\n1-3 AB`);
    expect(problems).toMatchObject([{ code: "key-range-odd", params: { value: "1-3 AB" }, line: 11 }]);
    expect(keys).toEqual([["answer-missing"], ["answer-missing"], ["answer-missing"]]);
  });

  test("the answer of one question that counts its points is no key", () => {
    const { rows } = read("1. 甲？\nA. 一\nB. 二\n答案：A\n2. 谈谈意义。\n答案：1. 宣言书 2. 宣传队 3. 播种机");
    expect(rows.map(({ draft }) => draft?.key.kind)).toEqual(["single", "short"]);
    expect(rows[0]?.draft?.key).toEqual({ kind: "single", correct: 0 });
  });
});

test("options on the line of the stem", () => {
  expect(read("1、甲？ A、一 B、二 C、三\n答案：B\n2. 乙？　A．一　B．二\n答案：A").keys).toEqual([
    { kind: "single", correct: 1 },
    { kind: "single", correct: 0 },
  ]);
});
