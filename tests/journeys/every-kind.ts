import type { BrowserContext } from "@playwright/test";
import { postAs } from "./stage.ts";

const option = (text: string) => ({ text });

/** A question of every kind, with long words where a narrow screen minds them. */
const EVERY_KIND = [
  {
    body: {
      kind: "single",
      stem: "党员领导干部参加双重组织生活，指的是什么？",
      options: ["参加所在支部的组织生活，同时参加领导班子民主生活会", "只参加民主生活会", "只参加支部大会"].map(option),
    },
    key: { kind: "single", correct: 0 },
  },
  {
    body: { kind: "multiple", stem: "“三会一课”包括哪些？", options: ["支部党员大会", "支部委员会", "党小组会", "茶话会"].map(option) },
    key: { kind: "multiple", correct: [0, 1, 2] },
  },
  {
    body: { kind: "indefinite", stem: "下列说法正确的有：", options: ["实事求是", "群众路线", "独立自主"].map(option) },
    key: { kind: "indefinite", correct: [0, 1, 2] },
  },
  { body: { kind: "truefalse", stem: "预备党员没有表决权。" }, key: { kind: "truefalse", correct: true } },
  {
    body: { kind: "fill", stem: "党的根本宗旨是____，思想路线的核心是____。", blanks: 2 },
    key: { kind: "fill", blanks: [["全心全意为人民服务"], ["实事求是"]] },
  },
  {
    body: { kind: "ordering", stem: "按先后排列：", items: ["遵义会议", "中国共产党第二十次全国代表大会", "党的七大"] },
    key: { kind: "ordering", order: [0, 2, 1] },
  },
  {
    body: { kind: "matching", stem: "把会议和年份连起来：", lefts: ["遵义会议", "党的七大"], rights: ["1945 年", "1935 年", "1921 年"] },
    key: { kind: "matching", pairs: [1, 0] },
  },
  { body: { kind: "numeric", stem: "红军长征的路程约为多少？", unit: "千米" }, key: { kind: "numeric", answers: [{ value: 12_500 }] } },
  { body: { kind: "short", stem: "说说“两个务必”。" }, key: { kind: "short", keywords: [{ words: ["谦虚"], percent: 50 }] } },
  {
    body: {
      kind: "group",
      stem: "材料：支部召开党员大会，应到三十人，实到二十四人。",
      parts: [
        { kind: "truefalse", stem: "会议有效。" },
        { kind: "numeric", stem: "缺席几人？", unit: "人" },
      ],
    },
    key: {
      kind: "group",
      parts: [
        { kind: "truefalse", correct: true },
        { kind: "numeric", answers: [{ value: 6 }] },
      ],
    },
  },
];

/** Puts a question of every kind into the bank under a category of its own, by two people; how many there are. */
export async function everyKindInBank(author: BrowserContext, reviewer: BrowserContext, category: string): Promise<number> {
  for (const { body, key } of EVERY_KIND) {
    const about = { category, difficulty: 2, explanation: "见原文。", sameStem: true, submit: true };
    const { id } = await postAs<{ id: number }>(author, "/api/desk/questions", { body, key, ...about });
    await postAs(reviewer, `/api/desk/questions/${id}/review`, { number: 1, verdict: "publish" });
  }
  return EVERY_KIND.length;
}
