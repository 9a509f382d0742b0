import type { QuestionKind } from "#domain/questions/question.ts";

/** The name a kind has in files of our own, then what else people call it. */
export const KIND_WORDS: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: ["单选题", "单选", "单项选择题", "单项选择", "single", "single choice", "multiple choice"],
  multiple: ["多选题", "多选", "多项选择题", "多项选择", "multiple", "multiple response"],
  indefinite: ["不定项选择题", "不定项", "不定项选择", "不定选择题", "indefinite"],
  truefalse: ["判断题", "判断", "是非题", "对错题", "正误题", "truefalse", "true/false", "true or false"],
  fill: ["填空题", "填空", "fill", "blank", "fill in the blank"],
  ordering: ["排序题", "排序", "ordering", "order"],
  matching: ["连线题", "连线", "匹配题", "匹配", "配对题", "配对", "matching", "match"],
  numeric: ["数值题", "数值", "计算题", "数字题", "numeric", "numerical"],
  short: ["简答题", "简答", "short", "short answer"],
  essay: ["论述题", "论述", "问答题", "问答", "作文", "写作题", "主观题", "名词解释", "essay"],
  group: ["材料题", "材料分析题", "综合题", "阅读题", "阅读理解", "题组", "案例分析题", "案例题", "group"],
};

const plain = (word: string) =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s()[\]【】:：*.]/gu, "");
const KINDS = new Map((Object.keys(KIND_WORDS) as QuestionKind[]).flatMap((kind) => KIND_WORDS[kind].map((word) => [plain(word), kind])));

/** 选择题 alone does not tell how many are right: the answer does. */
const ANY_CHOICE = new Set(["选择题", "选择", "choice"]);

/** The kind a file means; "choice" when only the answer can tell which; null for a word nobody knows. */
export function kindOfWord(word: string): QuestionKind | "choice" | null {
  const wanted = plain(word);
  if (ANY_CHOICE.has(wanted)) return "choice";
  return (KINDS.get(wanted) as QuestionKind | undefined) ?? null;
}
