import { expect, test } from "vitest";
import { problemsOf } from "#domain/questions/check-question.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { bodyOf, contentOfDraft, keyOf, rightsOf } from "./content-of-draft.ts";
import { draftOfVersion, emptyDraft, type WrittenVersion, withKind } from "./draft.ts";

const about = { explanation: "", category: "", difficulty: 2, tags: [], material: null, passage: "" };
const versions: readonly Pick<WrittenVersion, "body" | "key">[] = [
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
  const full = {
    ...emptyDraft,
    stem: "____的题干",
    options: [
      { ...row(0, "甲"), pin: "", right: true },
      { ...row(1, "乙"), pin: "", right: true },
    ],
    truth: true,
    accepted: ["答\n\n答案"],
    items: [row(0, "一"), row(1, "二")],
    pairs: [
      { id: 0, left: "a", right: "1" },
      { id: 1, left: "b", right: "2" },
    ],
  } as const;
  for (const kind of ["single", "multiple", "truefalse", "fill", "ordering", "matching"] as const) {
    const draft = withKind(full, kind);
    const [body, key] = [questionBodySchema.parse(bodyOf(draft)), questionKeySchema.parse(keyOf(draft))];
    expect(problemsOf(body, key).filter(({ severity }) => severity === "error")).toEqual([]);
  }
});
