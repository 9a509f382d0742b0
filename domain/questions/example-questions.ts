import type { QuestionDraftContent } from "./parsed-file.ts";
import type { QuestionBody, QuestionKey } from "./question.ts";

type Example = Readonly<{
  body: QuestionBody;
  key: QuestionKey;
  explanation?: string;
  tags?: readonly string[];
  source?: string;
  worth?: number;
}>;

const EXAMPLES: readonly Example[] = [
  {
    body: {
      kind: "single",
      stem: "党的根本宗旨是什么？",
      options: [{ text: "全心全意为人民服务" }, { text: "实事求是" }, { text: "独立自主" }, { text: "与时俱进" }],
    },
    key: { kind: "single", correct: 0 },
    explanation: "见党章总纲。",
    tags: ["党章"],
    source: "《中国共产党章程》总纲",
    worth: 2_000,
  },
  {
    body: {
      kind: "multiple",
      stem: "党的三大优良作风包括哪些？",
      options: [{ text: "理论联系实际" }, { text: "密切联系群众" }, { text: "批评与自我批评" }, { text: "以上都对", pin: "last" }],
    },
    key: { kind: "multiple", correct: [0, 1, 2, 3] },
    worth: 3_000,
  },
  {
    body: { kind: "truefalse", stem: "党员的党龄，从预备期满转为正式党员之日算起。" },
    key: { kind: "truefalse", correct: true },
    worth: 1_000,
  },
  {
    body: { kind: "fill", stem: "民主集中制是____基础上的____和集中指导下的民主相结合。", blanks: 2 },
    key: { kind: "fill", blanks: [["民主"], ["集中"]], match: "exact", anyOrder: false, allOrNothing: false, foldDigits: false },
  },
  {
    body: { kind: "ordering", stem: "按召开的先后排序。", items: ["中共一大", "遵义会议", "中共七大"] },
    key: { kind: "ordering", order: [0, 1, 2], adjacentPairs: false },
  },
  {
    body: { kind: "matching", stem: "把会议和召开的地点连起来。", lefts: ["古田会议", "遵义会议"], rights: ["福建", "贵州"] },
    key: { kind: "matching", pairs: [0, 1] },
  },
  {
    body: { kind: "numeric", stem: "入党誓词一共多少个字？", unit: "字" },
    key: { kind: "numeric", answers: [{ value: 80, tolerance: 0, percent: 100 }] },
  },
  {
    body: { kind: "essay", stem: "结合本职工作，谈谈怎样做一名合格党员。" },
    key: { kind: "essay", guide: "观点正确，联系实际，条理清楚。" },
  },
];

/** One question of each common kind, as a template shows them. */
export const EXAMPLE_QUESTIONS: readonly QuestionDraftContent[] = EXAMPLES.map(
  ({ body, key, explanation = "", tags = [], source = "", worth = null }) => ({
    ...{ body, key, explanation, tags, source, worth },
    ...{ category: "示例/题型", difficulty: 2, title: "", media: [] },
  }),
);
