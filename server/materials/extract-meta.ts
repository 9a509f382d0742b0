import { type DraftLine, isProse, type TextChange } from "./draft-line.ts";

/** Where a text says it comes from. `date` is YYYY-MM-DD. */
export type TextMeta = { source?: string; author?: string; date?: string };

const HEAD_LINES = 12;
const TAIL_LINES = 6;
const LABEL =
  /(来源|來源|出处|出處|稿源|信息来源|作者|撰稿|发布者|發布者|发布人|发布时间|發布時間|发布日期|發布日期|发表时间|更新时间|浏览次数|瀏覽次數|浏览量|阅读量|閱讀量|阅读次数|点击数|免责声明|免責聲明)\s*[:：]/gu;
const DATE = /(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})(?:\s*日)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/u;
const CREDIT =
  /^[【[（(]?\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|审核|審核|校对|校對|监制|監製|初审|初審|复审|複審|终审|終審|供稿)\s*[:：][^。]{1,24}[】\])）]?$/u;
/** 原创 作者 公众号 日期 时间 地方: how a message of a public account signs itself. */
const BYLINE =
  /^(?:(原创|原創)\s+)?(\S{1,20}(?:\s+\S{1,20}){0,2})\s+(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2})\s+\d{1,2}:\d{2}(?:\s+\S{2,4})?$/u;
const ISSUE = /^《[^》]{1,30}》\s*\d{4}\s*年第?\s*\d+\s*期$/u;

/** Reads 来源, 作者, 发布时间 off the lines above and below a text; those lines are not text and are taken out. */
export function extractMeta(lines: DraftLine[]): {
  meta: TextMeta;
  kept: DraftLine[];
  removed: { line: DraftLine; kind: TextChange["kind"] }[];
} {
  const found: { source: string[]; author: string[]; date: string[] } = { source: [], author: [], date: [] };
  const removed: { line: DraftLine; kind: TextChange["kind"] }[] = [];
  const kept: DraftLine[] = [];
  const written = lines.filter(({ text }) => text !== "");
  const firstProse = written.findIndex(({ text }) => isProse(text) && labelsOf(text).length === 0);
  const head = new Set(written.slice(0, firstProse === -1 ? HEAD_LINES : Math.min(firstProse, HEAD_LINES)));
  const tail = new Set(written.slice(-TAIL_LINES));
  for (const line of lines) {
    const edge = head.has(line) || tail.has(line);
    const kind = edge ? readEdge(line.text, head.has(line), found) : null;
    if (kind) removed.push({ line, kind });
    else kept.push(line);
  }
  const meta: TextMeta = {};
  for (const key of ["source", "author", "date"] as const) {
    const value = found[key][0];
    if (value) meta[key] = value;
  }
  return { meta, kept, removed };
}

/** The site a crumb begins with, 人民网> 理论> 正文: where a text says nothing of its source, it was read there. */
const CRUMB = /^(?!首[页頁]|您|当前|當前)([^>＞›»|：:]{1,30}?(?:网|網|报|報|杂志|雜誌|在线|在線)[^>＞›»|：:]{0,20}?)\s*[>＞›»]/u;

/** The name of the site among the lines that were taken out of its page. */
export function siteOf(removed: readonly { line: DraftLine }[]): string | undefined {
  for (const { line } of removed) {
    const [, site] = CRUMB.exec(line.text) ?? [];
    if (site) return site.trim();
  }
  return undefined;
}

type Found = { source: string[]; author: string[]; date: string[] };

function readEdge(written: string, atHead: boolean, found: Found): "meta" | "credit" | null {
  const text = written.replaceAll(/\*\*|\\(?=[[\]_*])/gu, "").trim(); // the marks of markdown
  if (text === "" || text.length > 160) return null;
  if (CREDIT.test(text)) return "credit";
  if (ISSUE.test(text)) {
    found.source.push(text);
    return "meta";
  }
  if (atHead && DATE.exec(text)?.[0] === text) {
    found.date.push(dateOf(text));
    return "meta";
  }
  const labels = labelsOf(text);
  if (atHead && labels.length === 0 && takeByline(text, found)) return "meta";
  const first = text.slice(0, labels[0]?.index ?? 0).trim();
  const opensWithDate = first !== "" && DATE.exec(first)?.[0] === first;
  if (labels.length === 0 || (first !== "" && !opensWithDate)) return null;
  if (opensWithDate) found.date.push(dateOf(first));
  const values = labels.map((label, index) => ({
    label: label[1] ?? "",
    value: text.slice(label.index + label[0].length, labels[index + 1]?.index ?? text.length).trim(),
  }));
  if (labels.length === 1 && isProse(text)) return null;
  const isSourceLine = values.some(({ label }) => /[来來]源|出[处處]|稿源/u.test(label));
  for (const { label, value } of values) take(label, value, isSourceLine, found);
  return "meta";
}

/** The last name before the date is the account; one before it is the writer, where the message says that it is its own. */
function takeByline(text: string, found: Found): boolean {
  const [, own, names = "", date = ""] = BYLINE.exec(text) ?? [];
  if (names === "") return false;
  const all = names.split(/\s+/u);
  found.source.push(all.at(-1) ?? "");
  if (own && all.length > 1) found.author.push(all[0] ?? "");
  found.date.push(dateOf(date));
  return true;
}

/** The date beside the source is the text's own; the date of a re-posting page counts only when there is no other. */
function take(label: string, value: string, isSourceLine: boolean, found: Found): void {
  const date = dateOf(value);
  const words = value.replace(DATE, "").trim();
  if (date !== "" && isSourceLine) found.date.unshift(date);
  else if (date !== "") found.date.push(date);
  if (words === "") return;
  if (/[来來]源|出[处處]|稿源/u.test(label)) found.source.push(words);
  else if (/作者|撰稿/u.test(label)) found.author.push(words);
}

function labelsOf(text: string): RegExpExecArray[] {
  return text.length > 160 ? [] : [...text.matchAll(LABEL)];
}

function dateOf(text: string): string {
  const [, year, month, day] = DATE.exec(text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
}
