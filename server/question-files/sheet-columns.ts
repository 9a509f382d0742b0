import { letterOf } from "#domain/questions/formats/candidate.ts";
import { doubtful, wrong } from "#domain/questions/formats/problem.ts";
import { FIELD_NAMES, type ToldField } from "#domain/questions/formats/told.ts";
import type { RowProblem } from "#domain/questions/parsed-file.ts";
import type { Table, TableRow } from "#server/imports/table.ts";

/** What else the columns go by, beside their own names. */
const SYNONYMS: Readonly<Record<ToldField | "group" | "material" | "remark" | "options", readonly string[]>> = {
  kind: ["题型名称", "类型", "试题类型", "题目类型", "type", "question type", "kind"],
  stem: [
    "题目",
    "试题",
    "试题内容",
    "题目内容",
    "问题",
    "试题题干",
    "题目描述",
    "试题正文",
    "题干内容",
    "题目正文",
    "question",
    "question text",
    "stem",
  ],
  answer: ["正确答案", "标准答案", "参考答案", "试题答案", "答案内容", "正确选项", "正确项", "answer", "correct answer", "key"],
  explanation: ["答案解析", "试题解析", "题目解析", "说明", "解释", "explanation"],
  worth: ["分数", "每题分值", "score", "points", "mark"],
  difficulty: ["难易度", "难易程度", "试题难度", "难度系数", "difficulty"],
  category: ["分类", "类别", "所属分类", "题库分类", "章节", "目录", "category"],
  tags: ["标签", "考点", "关键词", "tags"],
  source: ["来源", "依据", "出题依据", "试题来源", "source"],
  pins: ["固定选项", "选项顺序固定", "不打乱", "pin"],
  marking: ["评分设置", "评分规则", "判分", "marking"],
  feedback: ["反馈", "feedback"],
  title: ["题目标题", "标题", "名称", "title", "name"],
  group: ["题组", "组号", "题组号", "材料编号", "材料题号", "group"],
  material: ["材料", "共用题干", "阅读材料", "材料内容", "material"],
  remark: ["备注", "remark", "note"],
  options: ["选项", "备选项", "选项内容", "所有选项", "options", "choices"],
};
type SheetField = keyof typeof SYNONYMS;

/** The names of cells in `raw` that questions themselves have no word for. */
export const GROUP_NAMES = { group: "题组", material: "材料", remark: "备注", options: "选项" } as const;
const nameOf = (field: SheetField): string => (field in GROUP_NAMES ? GROUP_NAMES[field as "group"] : FIELD_NAMES[field as ToldField]);

const plain = (title: string) =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|[\s*_.:：\-★]/gu, "");
const KNOWN = new Map(
  (Object.keys(SYNONYMS) as SheetField[]).flatMap((field) =>
    [nameOf(field), ...SYNONYMS[field]].map((title) => [plain(title), nameOf(field)]),
  ),
);
const OPTION =
  /^(?:选项|备选项|备选答案|候选项|答案选项|答案|option|choice)([a-z]|\d{1,2}|[一二三四五六七八九十])$|^([a-z])(?:选项|项|答案)?$/u;
const NUMERALS = "一二三四五六七八九十";

/** The name of the cell that a column's title means; null for a column that is of no use here. */
function meaning(title: string): string | null {
  const known = KNOWN.get(plain(title));
  if (known) return known;
  const [, sign = "", letter = ""] = OPTION.exec(plain(title)) ?? [];
  const name = sign || letter;
  if (name === "") return null;
  const numeral = NUMERALS.indexOf(name);
  const place = numeral !== -1 ? numeral : /\d/u.test(name) ? Number(name) - 1 : name.charCodeAt(0) - 97;
  return place >= 0 && place < 26 ? `选项${letterOf(place)}` : null;
}

/** Cells of a row by what they mean. */
export type SheetColumns = ReadonlyMap<string, number>;

const TITLE_ROWS = 10;
const meantIn = (cells: readonly string[]) => new Set(cells.map(meaning).filter((name) => name !== null));
/** Whether cells are the titles of a sheet of questions. */
export const hasTitles = (cells: readonly string[]) => {
  const meant = meantIn(cells);
  return meant.has(FIELD_NAMES.stem) && meant.size > 1;
};

/** A second row of titles that parts "选项" above it into A, B, C …; null when the row is none. */
function lettersBelow(cells: readonly string[]): readonly string[] | null {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 1 && filled.every((cell) => meaning(cell)?.startsWith("选项")) ? cells.map((cell) => cell.trim()) : null;
}

/**
 * Finds the row of titles, which may stand below a heading, and the columns that mean something; all others are left alone. Without a
 * column of stems or of answers it says so.
 */
export function sheetColumnsOf({ header, rows }: Table): { columns: SheetColumns; rows: readonly TableRow[]; problems: RowProblem[] } {
  const below = hasTitles(header) ? -1 : rows.slice(0, TITLE_ROWS).findIndex(({ cells }) => hasTitles(cells));
  const upper = below === -1 ? header : (rows[below]?.cells ?? []);
  const lower = lettersBelow(rows[below + 1]?.cells ?? []);
  const titles = lower ? upper.map((title, at) => lower[at] || title) : upper;
  const line = below === -1 ? 1 : (rows[below]?.rowNumber ?? 1);
  const columns = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const [at, title] of titles.entries()) {
    const name = meaning(title);
    if (name === null) continue;
    if (columns.has(name)) problems.push(doubtful("column-twice", { title: title.slice(0, 40) }, { column: name, line }));
    else columns.set(name, at);
  }
  const suggestion = { code: "use-template" } as const;
  for (const name of [FIELD_NAMES.stem, FIELD_NAMES.answer]) {
    if (!columns.has(name)) problems.push(wrong("column-missing", { column: name }, { column: name, line, suggestion }));
  }
  return { columns, rows: rows.slice(below + (lower ? 2 : 1)), problems };
}

/** The cells of a row that mean something and are filled in, by name. */
export function rawOf({ cells }: TableRow, columns: SheetColumns): Record<string, string> {
  return Object.fromEntries(
    [...columns].flatMap(([name, at]) => {
      const cell = (cells[at] ?? "").trim();
      return cell === "" ? [] : [[name, cell]];
    }),
  );
}
