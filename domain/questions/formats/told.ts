import type { EmbeddedMedium } from "#domain/questions/parsed-file.ts";

/** What a file tells of a question in words, by the name of each thing: the cells of a row, or the marked passages of a text. */
export const TOLD_FIELDS = [
  "kind",
  "stem",
  "answer",
  "explanation",
  "worth",
  "difficulty",
  "category",
  "tags",
  "source",
  "pins",
  "marking",
  "feedback",
  "title",
] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];

/** `options` are by place, "" where there is none; `parts` are the questions of a group. */
export type Told = Partial<Record<ToldField, string>> & {
  readonly options: readonly string[];
  readonly parts?: readonly Told[];
  readonly media?: readonly EmbeddedMedium[];
};

/** What each thing is called in files of our own, and in `raw`. */
export const FIELD_NAMES: Readonly<Record<ToldField, string>> = {
  kind: "题型",
  stem: "题干",
  answer: "答案",
  explanation: "解析",
  worth: "分值",
  difficulty: "难度",
  category: "分类路径",
  tags: "知识点",
  source: "出处",
  pins: "选项固定",
  marking: "判分设置",
  feedback: "选项反馈",
  title: "题目名称",
};
