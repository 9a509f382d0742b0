import { describe, expect, test } from "vitest";
import { readAiken } from "./read-aiken.ts";
import { readGift } from "./read-gift.ts";
import { readMoodleXml } from "./read-moodle-xml.ts";

// Each case that Moodle's own format tests look at, in words of our own.
const png = "iVBORw0KGgoAAAANSUhEUgAA";
const mp3 = "SUQzAwAAAAAA";
const xml = (type: string, inside: string, stem = "题干", files = "") =>
  `<quiz><question type="${type}"><questiontext format="html"><text><![CDATA[${stem}]]></text>${files}</questiontext>${inside}</question></quiz>`;
const said = (name: string, text: string) => `<${name} format="html"><text>${text}</text></${name}>`;
const answer = (fraction: number, text: string) => `<answer fraction="${fraction}"><text>${text}</text></answer>`;
const rowOf = (source: string) => {
  const { rows } = readMoodleXml(source);
  expect(rows).toHaveLength(1);
  return rows[0] as (typeof rows)[number];
};
const codesOf = (source: string) => rowOf(source).problems.map(({ code }) => code);

describe("GIFT", () => {
  test("a format of the question holds for its answers, which may have their own", () => {
    const { rows } = readGift("::光谱:: 橙与绿之间是？\n{\n =黄 # 对；好\n ~红 # [html]错，<b>黄</b>\n ~[plain]蓝<b> # 错\n}");
    expect(rows[0]?.draft).toMatchObject({
      ...{ title: "光谱", body: { kind: "single", options: [{ text: "黄" }, { text: "红" }, { text: "蓝<b>" }] } },
      key: { correct: 0, feedback: ["对；好", "错，黄", "错"] },
    });
  });

  test("one right with shares and no “=” is still a multiple choice, and what the shares take stays", () => {
    expect(readGift("哪些？{~%100%黄 ~%-50%红 ~%-50%蓝}").rows[0]?.draft?.key).toEqual({
      ...{ kind: "multiple", correct: [0], weights: [100, -50, -50], feedback: undefined },
    });
  });

  test("preformatted text keeps its lines, backslashes their number, comments their tags", () => {
    const { rows } = readGift(
      "::甲:: [html]<p>打印什么？</p>\n<pre>\nvoid test() \\{\n  run();\n\\}\n</pre>\n{}\n\n// [tag:  基础] 又 [tag:进阶   ]\n乙 \\\\ 丙 \\\\\\\\{}",
    );
    expect(rows[0]?.draft?.body.stem).toBe("打印什么？\n\nvoid test() {\n  run();\n}");
    expect(rows[1]?.draft).toMatchObject({ tags: ["基础", "进阶"], body: { stem: "乙 \\ 丙 \\\\" } });
  });

  test("general feedback behind every kind, with a format of its own", () => {
    for (const body of ["{T####[html]<i>总</i>}", "{=甲####总}", "{#1####总}", "{=甲 ~乙\n####总}"])
      expect(readGift(`问${body}`).rows[0]?.draft?.explanation).toBe("总");
  });
});

describe("Aiken", () => {
  test("too few, no stem, no answer: each at its line, and the others read", () => {
    const { rows } = readAiken(
      "只有一个\nA) 甲\nANSWER: A\n\nA) 没有题干\n\nANSWER: 什么也没有\n\n没写完\nA) 甲\nB) 乙\n\n没有空格 < > &\nA)甲\nB)乙\nANSWER: B",
    );
    expect(rows.map(({ line, problems, draft }) => [line, problems[0]?.code, draft?.key])).toEqual([
      [1, "too-few", undefined],
      [5, "stem-missing", undefined],
      [9, "answer-missing", undefined],
      [13, undefined, { kind: "single", correct: 1 }],
    ]);
  });
});

describe("Moodle XML", () => {
  test("several right answers of 100 % share it; 33 % and two thirds do not sum, and are told", () => {
    const even = rowOf(
      xml("multichoice", `<single>false</single>${answer(0, "1")}${answer(100, "2")}${answer(0, "3")}${answer(100, "4")}`),
    );
    expect(even).toMatchObject({ draft: { key: { correct: [1, 3], weights: [0, 50, 0, 50] } }, problems: [{ code: "weights-shared" }] });
    expect(
      codesOf(
        xml("multichoice", `<single>false</single>${answer(-50, "1")}${answer(33, "2")}${answer(33.33333, "3")}${answer(33.33333, "5")}`),
      ),
    ).toEqual(["weights-not-whole"]);
  });

  test("options that are not to be shuffled stay where they are, in cloze texts too", () => {
    const fixed = xml("multichoice", `<shuffleanswers>false</shuffleanswers>${answer(100, "一")}${answer(0, "二")}`);
    expect(rowOf(fixed).draft?.body).toMatchObject({ options: [{ pin: "fixed" }, { pin: "fixed" }] });
    const cloze = rowOf(xml("cloze", "", "甲{1:MC:=一~二}乙{1:MCS:=一~二}"));
    expect(cloze.draft?.body).toMatchObject({
      parts: [{ options: [{ pin: "fixed" }, { pin: "fixed" }] }, { options: [{ text: "一" }, { text: "二" }] }],
    });
    expect(cloze.draft?.worth).toBe(2_000);
    expect(codesOf(xml("cloze", "", "甲{1:MC:=一~二}乙{3:NM:=2}"))).toEqual(["blanks-share-evenly"]);
  });

  test("hints, replies of somebody's own, answer templates and answers without marks are told, never lost in silence", () => {
    const base = answer(100, "甲") + answer(0, "乙");
    expect(codesOf(xml("multichoice", base + said("hint", "想一想") + said("correctfeedback", "太好了")))).toEqual([
      "hints-left-out",
      "replies-left-out",
    ]);
    expect(codesOf(xml("multichoice", base + said("correctfeedback", "Your answer is correct.") + said("hint", "")))).toEqual([]);
    expect(codesOf(xml("essay", said("responsetemplate", "一、") + said("graderinfo", "看要点")))).toEqual(["answer-form-left-out"]);
    expect(codesOf(xml("numerical", answer(100, "42") + answer(0, "13") + answer(0, "*")))).toEqual(["zero-answers-left-out"]);
  });

  test("a sound behind a link is the question's; a file of another kind is named", () => {
    const link = (name: string) => `<a href="@@PLUGINFILE@@/${name}">听</a>`;
    const sound = rowOf(
      xml("truefalse", answer(100, "true"), link("a/x.mp3"), `<file name="x.mp3" path="/a/" encoding="base64">${mp3}</file>`),
    );
    expect(sound).toMatchObject({ problems: [], draft: { media: [{ type: "audio", name: "x.mp3" }] } });
    expect(
      rowOf(xml("truefalse", answer(100, "true"), link("n.txt"), '<file name="n.txt" encoding="base64">TW9vZGxl</file>')).problems,
    ).toMatchObject([{ code: "medium-kind", params: { name: "n.txt" } }]);
    const shown = xml(
      "truefalse",
      answer(100, "true"),
      'Moodle <img src="@@PLUGINFILE@@/l.png" alt="标"> 是',
      `<file name="l.png" encoding="base64">${png}</file>`,
    );
    expect(rowOf(shown).draft).toMatchObject({ body: { stem: "Moodle 是" }, media: [{ alt: "标" }] });
  });

  test("categories come in any order, with a description or without", () => {
    const category = (path: string) =>
      `<question type="category"><category><text>${path}</text></category><info><text>说明</text></info></question>`;
    const one = xml("truefalse", answer(100, "true")).slice(6, -7);
    const { rows } = readMoodleXml(`<quiz>${category("$module$/top/甲/乙")}${one}${category("$course$/甲")}${one}</quiz>`);
    expect(rows.map(({ draft }) => draft?.category)).toEqual(["甲/乙", "甲"]);
  });
});
