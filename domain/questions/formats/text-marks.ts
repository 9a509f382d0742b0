import { kindOfWord } from "./kind-words.ts";
import type { ToldField } from "./told.ts";

/** What a mark in a text leads to: a thing that is told, a part of a material, or a remark that nobody needs. */
export type TextMark = ToldField | "part" | "material" | "gathered" | "ignored";

const NAMES: Readonly<Record<string, TextMark>> = {
  ...{ 答案: "answer", 正确答案: "answer", 参考答案: "answer", 标准答案: "answer", 解析: "explanation", 答案解析: "explanation" },
  ...{ 试题解析: "explanation", 难度: "difficulty", 难易度: "difficulty", 出处: "source", 来源: "source", 依据: "source" },
  ...{ 分类: "category", 分类路径: "category", 章节: "category", 知识点: "tags", 标签: "tags", 考点: "tags", 分值: "worth", 分数: "worth" },
  ...{
    题型: "kind",
    选项固定: "pins",
    判分设置: "marking",
    选项反馈: "feedback",
    题目名称: "title",
    小题: "part",
    材料: "material",
    答: "answer",
    卷末答案: "gathered",
    备注: "ignored",
  },
};
const ALL = Object.keys(NAMES)
  .sort((one, other) => other.length - one.length)
  .join("|");
// Backslashes are counted to forty and no further: a text of nothing else would be looked through once for each of them.
/** Those that people also write without brackets, "答案：A", at the beginning of a line. */
const BARE = "正确答案|参考答案|标准答案|答案解析|试题解析|答案|答|解析|难度|出处|分值|知识点|题型|分类";

const IN_BRACKETS = new RegExp(`(?<!\\\\)[【\\[](${ALL})\\d{0,2}[】\\]][:：]?`, "gu");
/** "答案 A" without a colon, where nothing else follows. */
const LONE = "(?:正确|参考|标准)?答案(?=\\s+(?:[A-ZＡ-Ｚ]{1,10}|[√×对错]|正确|错误)\\s*$)";
const AT_START = new RegExp(`^(?:(?:${BARE})\\s*[:：]|${LONE})`, "u");
const ESCAPED_MARK = new RegExp(`\\\\(\\\\{0,40}[【\\[](?:${ALL})\\d{0,2}[】\\]])`, "gu");
const NEEDS_ESCAPE = new RegExp(`\\\\{0,40}[【\\[](?:${ALL})\\d{0,2}[】\\]]`, "gu");

/** A line cut before each of its marks; what stands before the first has none. */
export function piecesOf(line: string): { mark: TextMark | null; text: string }[] {
  const bare = AT_START.exec(line);
  if (bare) {
    const name = bare[0].replace(/\s*[:：]$/u, "");
    const [first, ...rest] = piecesOf(line.slice(bare[0].length));
    return [
      { mark: NAMES[name] as TextMark, text: first?.mark === null ? first.text : "" },
      ...(first?.mark === null ? rest : first ? [first, ...rest] : []),
    ];
  }
  const marks = [...line.matchAll(IN_BRACKETS)];
  const before = line.slice(0, marks[0]?.index ?? line.length);
  return [
    ...(before.trim() === "" && marks.length > 0 ? [] : [{ mark: null, text: before }]),
    ...marks.map((mark, at) => ({
      mark: NAMES[mark[1] as string] as TextMark,
      text: line.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? line.length),
    })),
  ];
}

const NUMBER = /^(?:第\s*)?(\d{1,4})\s*(?:题\s*[:：.．、]?|[.．、](?!\d)|[)）])\s*/u;
const PART = /^[（(]\s*(\d{1,2})\s*[)）]\s*/u;
const HEADING = /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．]|\s*部分)|[（(][一二三四五六七八九十]{1,3}[)）])\s*(.*)$/u;
const HEADING_KIND =
  /(单项选择题?|单选题?|多项选择题?|多选题?|不定项选择题?|不定项|判断题?|填空题?|简答题?|论述题?|问答题?|排序题?|连线题?|匹配题?|材料分析题?|材料题|案例分析题|选择题)/u;
const ORDINAL = /^(?:第?([一二三四五六七八九十]{1,3})(?:[、.．]|\s*部分[、:：]?)|[（(]([一二三四五六七八九十]{1,3})[)）])\s*/u;
const KIND_IN_FRONT = /^[【[（(]\s*([^\s【】[\]（）()]{1,8})\s*[】\]）)]\s*/u;

/** The number a question begins with, and what follows it. */
export function numberOf(line: string): { number: number; rest: string } | null {
  const found = NUMBER.exec(line);
  return found ? { number: Number(found[1]), rest: line.slice(found[0].length) } : null;
}

/** "（2）" before a question on a material, and what follows it. */
export function partNumberOf(line: string): string | null {
  const found = PART.exec(line);
  return found ? line.slice(found[0].length) : null;
}

const ordinalOf = (found: RegExpExecArray | null) => found?.[1] ?? found?.[2] ?? "";

/** "一、单选题：" before the keys of a section, with what stands behind it; null when the line is no heading of a section. */
export function sectionOf(line: string): { ordinal: string; kind: string; rest: string } | null {
  const found = ORDINAL.exec(line);
  const title = line.slice(found?.[0].length ?? 0);
  const named = HEADING_KIND.exec(title);
  const kind = named?.index === 0 ? (named[1] as string) : "";
  const rest = title
    .slice(kind.length)
    .replace(/^\s*[（(][^（()）]{0,40}[)）]/u, "")
    .replace(/^\s*[:：]?\s*/u, "");
  // "一、因为……" is an answer, and 判断 may begin a sentence: behind a heading there is nothing, or a number.
  return (ordinalOf(found) !== "" || kind !== "") && /^(?:第?\s*\d|$)/u.test(rest) ? { ordinal: ordinalOf(found), kind, rest } : null;
}

/** "二、多选题（每题 2 分）": the kind and the worth of all that follow; null when the line is no heading. */
export function headingOf(line: string): { ordinal: string; kind: string; worth: string } | null {
  const title = HEADING.exec(line)?.[1];
  const kind = title === undefined || title.length > 80 ? undefined : HEADING_KIND.exec(title)?.[1];
  if (title === undefined || kind === undefined) return null;
  return { ordinal: ordinalOf(ORDINAL.exec(line)), kind, worth: /每小?题\s*(\d+(?:\.\d+)?)\s*分/u.exec(title)?.[1] ?? "" };
}

/** "【单选题】" or "（多选）" before a stem, and what follows it. */
export function kindInFront(stem: string): { kind: string; rest: string } | null {
  const found = KIND_IN_FRONT.exec(stem);
  return found && kindOfWord(found[1] as string) ? { kind: found[1] as string, rest: stem.slice(found[0].length) } : null;
}

const OPTION_START = /^[(（]?[A-ZＡ-Ｚ](?:[)）.．、:：]|\s+\S)/u;
const HIDDEN_OPTION = /([^\S\n]|[;；])(\\*[(（]?[A-ZＡ-Ｚ][)）.．、:：])/gu;
const SHOWN_OPTION = /([^\S\n]|[;；])\\(\\*[(（]?[A-ZＡ-Ｚ][)）.．、:：])/gu;

const PATTERNS = [NUMBER, PART, HEADING, OPTION_START, AT_START];
const startsSomething = (line: string) => line.startsWith("\\") || PATTERNS.some((pattern) => pattern.test(line));
/** What begins behind a number or a mark is read no further, save for a kind in brackets. */
const startsKind = (line: string) => line.startsWith("\\") || kindInFront(line) !== null;

/** A text as it may stand behind a number or a mark: a backslash before whatever would be taken for something else. */
export function escapeText(text: string, isOption = false): string {
  const marked = text.replaceAll(NEEDS_ESCAPE, "\\$&");
  const optioned = isOption ? marked.replaceAll(HIDDEN_OPTION, "$1\\$2") : marked;
  return optioned
    .split("\n")
    .map((line, at) => ((at === 0 ? startsKind : startsSomething)(line.trimStart()) ? line.replace(/^\s*/u, "$&\\") : line))
    .join("\n");
}

/** What escapeText was given, line by line. */
export function unescapeLine(line: string, isOption = false): string {
  const bare = line.replace(/^(\s*)\\/u, "$1");
  const optioned = isOption ? bare.replaceAll(SHOWN_OPTION, "$1$2") : bare;
  return optioned.replaceAll(ESCAPED_MARK, "$1");
}
