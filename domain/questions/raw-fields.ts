/** The cells of a row by the names they have in `raw`, in the order people fill them in. */
const FIELDS = [
  "题型",
  "题干",
  ..."ABCDEFGHIJ".split("").map((letter) => `选项${letter}`),
  "答案",
  "解析",
  "分值",
  "难度",
  "分类路径",
  "知识点",
  "出处",
  "选项固定",
  "判分设置",
  "选项反馈",
  "题目名称",
  "备注",
] as const;

/** Cells that a form offers even where the file had no such column. */
const OFFERED = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析"];

function rankOf(name: string): number {
  const [field = "", part = "0"] = name.split("#");
  const known = (FIELDS as readonly string[]).indexOf(field);
  return Number(part) * 1_000 + (known === -1 ? FIELDS.length : known);
}

/** Names of cells in the order a form and a sheet show them: a group's own first, then part after part. JSON in a table keeps no order. */
export const inFieldOrder = (names: readonly string[]): string[] =>
  [...new Set(names)].sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));

/** What a form for one row shows: the cells it has, and those a question usually needs. A group has its parts and needs no more. */
export function offeredFields(cells: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(cells).filter((name) => !name.startsWith("行"));
  return inFieldOrder(names.some((name) => name.includes("#")) ? names : [...names, ...OFFERED]);
}

/** What a row asks, as it stood in its file: its stem, else the first thing in it, else nothing. */
export const wordingOf = (cells: Readonly<Record<string, string>>): string =>
  cells["题干"] ?? Object.values(cells).find((cell) => cell.trim() !== "") ?? "";

/** Whether people write more than a line into this cell. */
export const isLongField = (name: string): boolean => /^(?:题干|解析)/u.test(name);
