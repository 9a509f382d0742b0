import writeXlsxFile from "write-excel-file/node";
import { letterOf } from "#domain/questions/formats/candidate.ts";
import { FIELD_NAMES, type ToldField } from "#domain/questions/formats/told.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import { GROUP_NAMES } from "./sheet-columns.ts";
import { SHEET_HEADER } from "./write-sheet-questions.ts";

type Row = Readonly<Partial<Record<ToldField | "group", string>> & { options?: readonly string[] }>;

/** One question of every kind, filled in. A test reads them like every other file. */
const EXAMPLES: readonly Row[] = [
  {
    kind: "单选题",
    stem: "我国的首都是哪座城市？",
    options: ["上海", "北京", "天津"],
    answer: "B",
    worth: "2",
    difficulty: "易",
    category: "常识/地理",
  },
  {
    kind: "多选题",
    stem: "下列哪些是直辖市？",
    options: ["北京", "广州", "重庆", "以上都不是"],
    answer: "AC",
    pins: "D末位",
    tags: "行政区划；直辖市",
  },
  { kind: "不定项选择题", stem: "下列哪些城市在长江边上？", options: ["武汉", "南京", "西安"], answer: "AB" },
  { kind: "判断题", stem: "长江是我国最长的河流。", answer: "正确", explanation: "长江全长约 6300 千米。", source: "《中国地理》" },
  { kind: "填空题", stem: "一年有____个季节，最冷的是____。", answer: "（4|四）（冬季|冬天）" },
  { kind: "排序题", stem: "按先后排列。", options: ["唐", "汉", "宋"], answer: "BAC" },
  { kind: "连线题", stem: "把省和省会连起来。", options: ["湖北 -> 武汉", "江苏 -> 南京", "陕西 -> 西安"] },
  { kind: "数值题", stem: "圆周率约等于多少？（保留两位小数）", answer: "3.14±0.005" },
  { kind: "简答题", stem: "水由哪两种元素组成？", answer: "要点：氢|H（50%）；要点：氧|O（50%）" },
  { kind: "论述题", stem: "谈谈你对节约用水的看法。", answer: "联系实际；条理清楚；不少于 300 字。" },
  { kind: "材料题", stem: "小明家上月用水 12 吨，本月用水 9 吨。", group: "1" },
  { kind: "数值题", stem: "本月少用了多少吨水？", answer: "3", marking: "单位：吨", group: "1" },
  { kind: "判断题", stem: "本月用水比上月多。", answer: "错误", group: "1" },
];

const cellsOf = (row: Row): string[] =>
  SHEET_HEADER.map((name) => {
    const option = /^选项([A-J])$/u.exec(name)?.[1];
    if (option !== undefined) return row.options?.[option.charCodeAt(0) - 65] ?? "";
    if (name === GROUP_NAMES.group) return row.group ?? "";
    const field = (Object.keys(FIELD_NAMES) as ToldField[]).find((one) => FIELD_NAMES[one] === name);
    return (field && row[field]) ?? "";
  });

const cell = (value: string, bold = false) => ({
  value,
  type: String,
  wrap: true,
  alignVertical: "top" as const,
  ...(bold && { fontWeight: "bold" as const }),
});

/** The empty sheet to fill in, and behind it what each column is for, with one question of every kind. */
export async function sheetTemplate(locale: "zh-CN" | "en"): Promise<Uint8Array> {
  const words = (locale === "en" ? en : zh).questionFiles.templateExamples;
  const optionNames = SHEET_HEADER.filter((name) => name.startsWith("选项") && name.length === 3);
  const explained = (Object.keys(FIELD_NAMES) as ToldField[]).map((field) => [FIELD_NAMES[field], words[field]] as const);
  const guide = [
    [cell(words.column, true), cell(words.how, true)],
    ...[
      ...explained.slice(0, 2),
      [`${optionNames[0]}…${letterOf(optionNames.length - 1)}`, words.options] as const,
      ...explained.slice(2),
      [GROUP_NAMES.group, words.group] as const,
    ].map(([name, how]) => [cell(name), cell(how)]),
    [],
    [cell(words.example, true)],
    SHEET_HEADER.map((name) => cell(name, true)),
    ...EXAMPLES.map((row) => cellsOf(row).map((text) => cell(text))),
  ];
  const header = [SHEET_HEADER.map((name) => ({ value: name, type: String, fontWeight: "bold" as const }))];
  const widths = SHEET_HEADER.map((name) => ({ width: name === FIELD_NAMES.stem ? 40 : 14 }));
  const sheets = [
    { data: header, sheet: words.sheet, stickyRowsCount: 1, columns: widths },
    { data: guide, sheet: words.guide, columns: [{ width: 14 }, { width: 70 }] },
  ];
  return writeXlsxFile(sheets).toBuffer();
}
