import { expect, test } from "vitest";
import { problemsOf } from "#domain/questions/check-question.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { bodyOf, contentOfDraft, keyOf, rightsOf } from "./content-of-draft.ts";
import {
  draftOfVersion,
  emptyDraft,
  freshAnswer,
  freshFigure,
  freshOption,
  type QuestionDraft,
  type WrittenVersion,
  withKind,
} from "./draft.ts";
import { QUESTION_KINDS_IN_ORDER } from "./kinds.ts";

const about = { explanation: "", category: "", difficulty: 2, tags: [], source: "", material: null, passage: "" };
const versions: readonly Pick<WrittenVersion, "body" | "key">[] = [
  {
    body: { kind: "indefinite", stem: "哪些？", options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] },
    key: { kind: "indefinite", correct: [0, 1], weights: [33.33333, 66.66667, -50], feedback: ["对", "", "再想想"] },
  },
  {
    body: { kind: "numeric", stem: "几何？", unit: "人", media: [{ file: 7, type: "image", alt: "图" }] },
    key: {
      kind: "numeric",
      answers: [
        { value: -0.5, tolerance: 0.25, percent: 100 },
        { value: 3, tolerance: 0, percent: 50 },
      ],
    },
  },
  {
    body: { kind: "short", stem: "说说看" },
    key: {
      kind: "short",
      accepted: [{ text: "实事求是*", percent: 100 }],
      keywords: [{ words: ["调查", "调研"], percent: 40 }],
      caseSensitive: true,
      feedback: ["好"],
    },
  },
  { body: { kind: "essay", stem: "论一论" }, key: { kind: "essay", guide: "三个要点" } },
  {
    body: {
      kind: "group",
      stem: "一段材料",
      parts: [
        { kind: "truefalse", stem: "对吗？" },
        { kind: "short", stem: "为什么？" },
      ],
    },
    key: {
      kind: "group",
      parts: [
        { kind: "truefalse", correct: true, feedback: ["对", "不对"] },
        { kind: "short", accepted: [{ text: "因为", percent: 100 }], keywords: [], caseSensitive: false },
      ],
    },
  },
  {
    body: {
      kind: "multiple",
      stem: "哪些是对的？",
      options: [{ text: "甲" }, { text: "乙", pin: "fixed" }, { text: "以上都对", pin: "last" }],
    },
    key: { kind: "multiple", correct: [0, 2] },
  },
  { body: { kind: "single", stem: "哪个？", options: [{ text: "甲" }, { text: "乙" }] }, key: { kind: "single", correct: 1 } },
  { body: { kind: "truefalse", stem: "对吗？" }, key: { kind: "truefalse", correct: false } },
  {
    body: { kind: "fill", stem: "____成立于______年。", blanks: 2 },
    key: {
      kind: "fill",
      blanks: [["本社"], ["1921", "一九二一"]],
      match: "contains",
      anyOrder: true,
      allOrNothing: true,
      foldDigits: true,
    },
  },
];

test("a version that is opened and saved unchanged says what it said", () => {
  for (const version of versions) {
    const draft = draftOfVersion({ ...about, ...version });
    expect(bodyOf(draft)).toEqual(version.body);
    expect(keyOf(draft)).toEqual(version.key);
  }
});

test("an ordering is edited in the right order, and its key follows", () => {
  const draft = draftOfVersion({
    ...about,
    body: { kind: "ordering", stem: "排序", items: ["二", "三", "一"] },
    key: { kind: "ordering", order: [2, 0, 1], adjacentPairs: true },
  });
  expect(bodyOf(draft)).toEqual({ kind: "ordering", stem: "排序", items: ["一", "二", "三"] });
  expect(keyOf(draft)).toEqual({ kind: "ordering", order: [0, 1, 2], adjacentPairs: true });
});

test("lefts may share a right, spare rights stay apart", () => {
  const body = { kind: "matching", stem: "连线", lefts: ["a", "b", "c"], rights: ["多余", "一", "二"] } as const;
  const draft = draftOfVersion({
    ...about,
    body: { ...body, lefts: [...body.lefts], rights: [...body.rights] },
    key: { kind: "matching", pairs: [1, 1, 2] },
  });
  expect(rightsOf(draft)).toEqual(["一", "二", "多余"]);
  expect(keyOf(draft)).toEqual({ kind: "matching", pairs: [0, 0, 1] });
  expect(rightsOf({ ...draft, spares: [{ id: 9, text: "一" }] })).toEqual(["一", "二", "一"]);
});

test("what was not chosen is missing from the key, so that the verb can say where", () => {
  expect(keyOf(emptyDraft)).toEqual({ kind: "single", correct: undefined });
  expect(questionKeySchema.safeParse(keyOf(withKind(emptyDraft, "truefalse"))).error?.issues[0]?.path).toEqual(["correct"]);
  expect(contentOfDraft({ ...emptyDraft, passage: "p3" })["passage"]).toBe("");
});

test("a finished draft of every kind passes the checks of the bank", () => {
  const row = (id: number, text: string) => ({ id, text });
  const full: QuestionDraft = {
    ...emptyDraft,
    stem: "____的题干",
    options: [
      { ...freshOption(0), text: "甲", right: true },
      { ...freshOption(1), text: "乙", right: true },
    ],
    truth: true,
    accepted: ["答\n\n答案"],
    items: [row(0, "一"), row(1, "二")],
    figures: [{ ...freshFigure(0), value: "１，９２１" }],
    answers: [{ ...freshAnswer(0), text: "答" }],
    guide: "要点",
    pairs: [
      { id: 0, left: "a", right: "1" },
      { id: 1, left: "b", right: "2" },
    ],
  };
  for (const kind of QUESTION_KINDS_IN_ORDER) {
    const draft = withKind({ ...full, parts: [{ id: 0, draft: full }] }, kind);
    const [body, key] = [questionBodySchema.parse(bodyOf(draft)), questionKeySchema.parse(keyOf(draft))];
    expect(problemsOf(body, key).filter(({ severity }) => severity === "error")).toEqual([]);
  }
});
