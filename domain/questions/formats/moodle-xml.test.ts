import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { anyQuestion } from "#tests/world/any-question.ts";
import { readMoodleXml } from "./read-moodle-xml.ts";
import { writeMoodleXml } from "./write-moodle-xml.ts";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const only = (source: string) => {
  const { rows, problems } = readMoodleXml(source);
  expect([rows.length, problems]).toEqual([1, []]);
  return rows[0] as (typeof rows)[number];
};
const question = (type: string, inside: string, text = "题干") =>
  `<quiz><question type="${type}"><name><text>名</text></name><questiontext format="html"><text><![CDATA[<p>${text}</p>]]></text></questiontext>${inside}</question></quiz>`;
const answer = (fraction: number | string, text: string, feedback = "") =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[<p>${text}</p>]]></text><feedback format="html"><text>${feedback}</text></feedback></answer>`;

test("an exported file reads again to the same questions, each also by itself", () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 8 }), (questions) => {
      const { rows, problems } = readMoodleXml(textOf(writeMoodleXml(questions, true).bytes));
      expect(problems).toEqual([]);
      expect(rows.map(({ draft }) => draft)).toEqual(questions);
      expect(rows.map(({ raw }) => only(raw as string).draft)).toEqual(questions);
    }),
    { numRuns: 150 },
  );
});

test("pictures and sounds go out and come back, those of parts with their part", () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]);
  const mp3 = Uint8Array.from([0x49, 0x44, 0x33, 4, 0]);
  const [part] = fc.sample(
    anyQuestion.filter(({ body }) => body.kind === "truefalse"),
    1,
  ) as [QuestionDraftContent];
  const media = [
    { type: "image", name: "图 1.png", alt: "一张<图>", bytes: png, part: null },
    { type: "audio", name: "a.mp3", alt: "", bytes: mp3, part: 1 },
  ] as const;
  const plain = (stem: string) => ({ kind: "truefalse" as const, stem });
  const group: QuestionDraftContent = {
    ...part,
    body: { kind: "group", stem: "材料 <甲> & 乙\n第二行", parts: [plain("问一"), plain("问二")] },
    key: {
      kind: "group",
      parts: [
        { kind: "truefalse", correct: true },
        { kind: "truefalse", correct: false },
      ],
    },
    media,
  };
  expect(only(textOf(writeMoodleXml([group], true).bytes)).draft).toEqual(group);
});

test("without answers nothing of the key is left", () => {
  fc.assert(
    fc.property(anyQuestion, (one) => {
      const { draft } = only(textOf(writeMoodleXml([one], false).bytes));
      expect(draft === null || (draft.key.kind === "essay" && draft.key.guide === "")).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe("what Moodle writes", () => {
  test("choices with shares and feedback, HTML as text", () => {
    const single = only(
      question("multichoice", `<single>true</single>${answer(100, "甲 &amp; <b>乙</b>", "<p>对</p>")}${answer(0, "丙")}`, "一<br/>二"),
    );
    expect(single.draft).toMatchObject({
      title: "名",
      body: { kind: "single", stem: "一\n二", options: [{ text: "甲 & 乙" }, { text: "丙" }] },
      key: { correct: 0 },
    });
    const several = only(question("multichoice", `<single>false</single>${answer(50, "甲")}${answer(50, "乙")}${answer("-100", "丙")}`));
    expect(several.draft?.key).toMatchObject({ kind: "multiple", correct: [0, 1], weights: [50, 50, -100] });
    expect(
      only(question("multichoice", `<single>false</single>${answer(50, "甲")}${answer(25, "乙")}${answer(0, "丙")}`)).problems,
    ).toMatchObject([{ code: "weights-not-whole", line: 1 }]);
  });

  test("true and false, by name or, in old files, by place; numbers; short answers; matching; essays", () => {
    expect(only(question("truefalse", answer(0, "true", "错了") + answer(100, "false", "对了"))).draft?.key).toMatchObject({
      correct: false,
      feedback: ["对了", "错了"],
    });
    expect(only(question("truefalse", answer(100, "Vrai") + answer(0, "Faux"))).draft?.key).toMatchObject({ correct: true });
    expect(
      only(question("numerical", `<answer fraction="100"><text>23</text><tolerance>0.5</tolerance></answer>`)).draft?.key,
    ).toMatchObject({
      answers: [{ value: 23, tolerance: 0.5 }],
    });
    expect(only(question("numerical", `<answer fraction="100"><text>零</text></answer>`)).problems).toMatchObject([
      { code: "number-unreadable" },
    ]);
    expect(
      only(question("shortanswer", `<usecase>1</usecase>${answer(100, "青蛙")}${answer(50, "蛙")}${answer(0, "*", "不对")}`)).draft?.key,
    ).toMatchObject({
      caseSensitive: true,
      accepted: [{ text: "青蛙" }, { text: "蛙", percent: 50 }],
      feedback: ["", "", "不对"],
    });
    const sub = (left: string, right: string) =>
      `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
    expect(only(question("matching", sub("国", "京") + sub("省", "市") + sub("", "村"))).draft?.body).toMatchObject({
      lefts: ["国", "省"],
      rights: ["京", "市", "村"],
    });
    expect(only(question("essay", `<graderinfo format="html"><text>看要点</text></graderinfo>`)).draft?.key).toEqual({
      kind: "essay",
      guide: "看要点",
    });
  });

  test("what does not exist here is left out with a reason, and categories hold on", () => {
    const { rows } = readMoodleXml(
      `<quiz><question type="category"><category><text>$course$/top/党史/一大</text></category></question>${["description", "calculated"].map((type) => question(type, "").slice(6, -7)).join("")}${question("truefalse", answer(100, "true")).slice(6, -7)}</quiz>`,
    );
    expect(rows.map(({ draft, problems }) => [draft?.category, problems.map(({ code, severity }) => `${severity} ${code}`)])).toEqual([
      [undefined, ["warning description-skipped"]],
      [undefined, ["warning kind-skipped"]],
      ["党史/一大", []],
    ]);
  });

  test("a cloze text is a material with a question for each blank, or blanks to fill in", () => {
    const { draft } = only(
      question("cloze", "", "首都：{1:MULTICHOICE:=北京#对~上海#错}，面积 {2:NM:=960:5~%50%950:20} 万，人口 {1:SA:%100%十四亿~*#不对}"),
    );
    expect(draft?.body).toMatchObject({
      kind: "group",
      stem: "首都：（1）____，面积 （2）____ 万，人口 （3）____",
      parts: [{ kind: "single" }, { kind: "numeric" }, { kind: "short" }],
    });
    expect(draft?.key).toMatchObject({
      parts: [{ correct: 0, feedback: ["对", "错"] }, { answers: [{ value: 960, tolerance: 5 }, { value: 950 }] }, {}],
    });
    expect(only(question("cloze", "", "成立于{1:SHORTANSWER:=1921~=一九二一}年，在{1:SA:=上海}。")).draft).toMatchObject({
      body: { kind: "fill", blanks: 2, stem: "成立于（1）____年，在（2）____。" },
      key: { blanks: [["1921", "一九二一"], ["上海"]] },
    });
    for (const [text, code] of [
      ["没有空", "cloze-unreadable"],
      ["{1:MULTICHOICE}", "cloze-unreadable"],
      ["{1:MC:=甲}", "too-few"],
      ["{1:MC:甲~%50%乙}", "weights-not-whole"],
      ["{3:NUMERICAL:=零}", "number-unreadable"],
    ] as const)
      expect(only(question("cloze", "", text)).problems.map((problem) => problem.code)).toContain(code);
  });

  test("a picture that is missing, elsewhere, or none", () => {
    const shows = (src: string, file = "") =>
      only(
        `<quiz><question type="truefalse"><questiontext format="html"><text><![CDATA[看<img src="${src}" alt="图">]]></text>${file}</questiontext>${answer(100, "true")}</question></quiz>`,
      ).problems.map(({ code }) => code);
    expect(shows("@@PLUGINFILE@@/a.png")).toEqual(["medium-missing"]);
    const old = question("truefalse", `<image>a.png</image><image_base64>\niVBORw0KGgo=\n</image_base64>${answer(100, "true")}`);
    expect(only(old).draft?.media).toMatchObject([{ type: "image", name: "a.png" }]);
    expect(shows("https://example.org/a.png")).toEqual(["picture-elsewhere"]);
    expect(shows("@@PLUGINFILE@@/a.png", '<file name="a.png" encoding="base64">PHN2Zz4=</file>')).toEqual(["medium-kind"]);
    expect(shows("@@PLUGINFILE@@/a.png", '<file name="a.png" encoding="base64">iVBORw0KGgo=</file>')).toEqual([]);
  });
});

test.each([
  ["<quiz><question></quiz>", 1],
  ['<quiz>\n<question type="essay">\n<name>', 3],
  ['<!DOCTYPE quiz [<!ENTITY a "b">]>\n<quiz>&a;</quiz>', 1],
  [`<quiz>${"<a>".repeat(100)}`, 1],
])("broken XML is not read at all: %s", (source, at) => {
  expect(readMoodleXml(source)).toEqual({ problems: [{ severity: "error", code: "xml-broken", params: { at }, line: at }], rows: [] });
});
