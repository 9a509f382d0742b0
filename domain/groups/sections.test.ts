import { describe, expect, test } from "vitest";
import { chaptersOf, stretchOf, type TextBlock } from "./chapters-of.ts";
import { promptsOf } from "./prompts-of.ts";

const text = (...lines: string[]): TextBlock[] => {
  const counts = { h: 0, p: 0 };
  return lines.map((line) => {
    const depth = /^#*/.exec(line)?.[0].length ?? 0;
    const kind = depth > 0 ? ("heading" as const) : ("block" as const);
    const id = depth > 0 ? `h${++counts.h}` : `p${++counts.p}`;
    return { id, kind, depth, text: line.replace(/^#+ /, "") };
  });
};

describe("chapters", () => {
  test("the highest level with two headings makes them; what stands before goes with the first", () => {
    const blocks = text("# 书名", "引子", "## 一", "甲", "### 小节", "乙", "## 二", "丙", "## 空", "## 三", "丁");
    expect(chaptersOf("书名", blocks)).toEqual([
      { title: "一", fromBlock: "p1", toBlock: "p3" },
      { title: "二", fromBlock: "p4", toBlock: "p4" },
      { title: "三", fromBlock: "p5", toBlock: "p5" },
    ]);
  });

  test("a text without chapters is one section, whole", () => {
    expect(chaptersOf("短文", text("# 短文", "甲", "乙"))).toEqual([{ title: "短文", fromBlock: "", toBlock: "" }]);
    expect(chaptersOf("空", [])).toEqual([{ title: "空", fromBlock: "", toBlock: "" }]);
  });

  test("a stretch has the headings directly before it", () => {
    const blocks = text("## 一", "甲", "## 二", "### 小节", "乙", "丙", "## 三", "丁");
    expect(stretchOf(blocks, { fromBlock: "p2", toBlock: "p3" }).map(({ id }) => id)).toEqual(["h2", "h3", "p2", "p3"]);
    expect(stretchOf(blocks, { fromBlock: "", toBlock: "" })).toHaveLength(8);
  });
});

test("three prompts, from the headings and from what was asked most", () => {
  const section = { title: "第一讲", headings: ["缘起", "经过", "意义"], questions: ["为什么是这一年？", "谁提出的？"] };
  expect(promptsOf(section)).toEqual([
    { kind: "gist", about: "缘起", other: "" },
    { kind: "question", about: "为什么是这一年？", other: "" },
    { kind: "practice", about: "意义", other: "" },
  ]);
  expect(promptsOf({ title: "第一讲", headings: [], questions: [] }).map(({ kind, about }) => [kind, about])).toEqual([
    ["gist", "第一讲"],
    ["relate", "第一讲"],
    ["practice", "第一讲"],
  ]);
});
