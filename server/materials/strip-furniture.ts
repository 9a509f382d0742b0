import { type DraftLine, isProse, type TextChange } from "./draft-line.ts";

type Removal = { kind: TextChange["kind"]; at: number };

const HEAD_LINES = 20;
const LINK_RUN = 5;

const ANYWHERE = [
  /^(?:上一[篇页頁条條]|下一[篇页頁条條])\s*[:：]?/u,
  /^[【[（(]?(?:分享到|分享至|微信扫一扫|扫一扫|打印本页|打印|關閉|关闭|收藏|字号|字號|字体|字體|复制链接|我要纠错|返回顶部|返回首页|點擊分享|点击分享)[^。！？]{0,24}$/u,
  /^(?:阅读|閱讀|浏览|瀏覽|点击|點擊|访问|訪問|评论|評論)(?:量|数|數|率|次数|次數|人数)?\s*[:：]\s*\d*\s*(?:次|人)?$/u,
  /^(?:相关|相關|推荐|推薦|延伸|热点|熱點|猜你喜欢)(?:信息|資訊|阅读|閱讀|链接|連結|新闻|新聞|文章|推荐|推薦)?\s*[:：]?$/u,
];
const TOP = [
  /^(?:当前|當前|您的|您现在的|您現在的|你的)位置\s*[:：]?/u,
  /(?:首页|首頁|主页|网|網)[^。！？]{0,40}(?:->|→|>|＞|›|»)/u,
  /(?:->|→|>|＞|›|»)\s*(?:正文|详情|詳情|内容)$/u,
  /^(?:欢迎|歡迎)(?:来到|來到|访问|訪問|光临|光臨)[^。！？]*(?:网|網|站|页|頁)/u,
  /^(?:站内|文章|新闻|全文)?搜索\s*[:：]?$/u,
];
const FOOT = [
  /ICP[备備]|公[网網]安[备備]|版[权權]所有|All Rights Reserved|Copyright|©/iu,
  /^地址\s*[:：][^。]*(?:电话|電話|邮编|Email)/iu,
  /^(?:免责声明|免責聲明)\s*[:：]/u,
  /^(?:关于我们|關於我們|联系我们|聯繫我們)/u,
];

const isOneOf = (patterns: RegExp[], text: string) => text.length <= 200 && patterns.some((pattern) => pattern.test(text));

/** A pager, a share line, a count: wherever it stands, unless it is a sentence. */
const isTool = (text: string) => isOneOf(ANYWHERE, text) && !/[。！？!?…]$/u.test(text);

/** 首页 | 热点 | 党建: short names between bars. */
function isMenu(text: string): boolean {
  if (text.startsWith("|")) return false; // a row of a table in markdown
  const names = text
    .split(/[|｜丨]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return /[|｜丨]/u.test(text) && names.length >= 2 && names.every((name) => name.length <= 10 && !isProse(name));
}

/**
 * Takes a site's furniture off both ends of a text: menus, crumbs, pagers, share and count lines, footers and the link lists
 * above them. A line that ends as a sentence does is never taken, unless it carries a footer's own words; `out` are lines that the
 * document itself calls furniture.
 */
export function stripFurniture(
  lines: DraftLine[],
  out: readonly number[] = [],
  isMarkdown = false,
): { kept: DraftLine[]; removed: { line: DraftLine; kind: TextChange["kind"] }[] } {
  const removals = [...headRemovals(lines), ...tailRemovals(lines, isMarkdown)];
  const marked = new Set(out);
  lines.forEach(({ line, text }, at) => {
    if (marked.has(line) || isTool(text)) removals.push({ kind: "navigation", at });
  });
  const kinds = new Map(removals.map(({ at, kind }) => [at, kind]));
  return {
    kept: lines.filter((_, at) => !kinds.has(at)),
    removed: lines.flatMap((line, at) => (kinds.has(at) && line.text !== "" ? [{ line, kind: kinds.get(at) ?? "navigation" }] : [])),
  };
}

/** Everything down to the last menu or crumb above the text goes, as long as a line that can be the title remains. */
function headRemovals(lines: DraftLine[]): Removal[] {
  const isTop = (text: string) => isOneOf(TOP, text) || isMenu(text) || isTool(text);
  const head: number[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (text === "") continue;
    if (head.length >= HEAD_LINES || (isProse(text) && !isTop(text))) break;
    head.push(at);
  }
  const textAt = (at: number) => lines[at]?.text ?? "";
  const last = head.findLast((at) => isOneOf(TOP, textAt(at)) || isMenu(textAt(at))) ?? -1;
  const titleRemains = head.some((at) => at > last && !isTop(textAt(at)));
  return head.filter((at) => isTop(textAt(at)) || (titleRemains && at < last)).map((at) => ({ kind: "navigation", at }));
}

function tailRemovals(lines: DraftLine[], isMarkdown: boolean): Removal[] {
  const removals: Removal[] = [];
  let at = lines.length - 1;
  let touching = false;
  while (at >= 0) {
    const text = lines[at]?.text ?? "";
    const isFoot = isOneOf(FOOT, text) || isMenu(text) || isTool(text);
    if (text === "" || isFoot) {
      if (isFoot) removals.push({ kind: "navigation", at });
      touching = isFoot || (isMarkdown && touching);
      at--;
      continue;
    }
    const run = touching ? linkRunAbove(lines, at, isMarkdown) : [];
    if (run.length < LINK_RUN) break;
    for (const link of run) removals.push({ kind: "links", at: link });
    at = (run.at(-1) ?? at) - 1;
  }
  return removals;
}

/** What has a form in markdown is text: a heading, a table, a picture, an item that is no link. */
const HAS_FORM = /^(?:#|\||!\[|>|```|[-*+] (?!\[)|\d+[.)] (?!\[))/u;

/**
 * The lines up from `at` that are headlines of other pages: short, none ending as a sentence does. In plain text a blank line ends them; in
 * markdown there is one between any two.
 */
function linkRunAbove(lines: DraftLine[], at: number, isMarkdown: boolean): number[] {
  const run: number[] = [];
  for (let up = at; up >= 0; up--) {
    const text = lines[up]?.text ?? "";
    if (isMarkdown && text === "") continue;
    if (text === "" || isProse(text) || /^[【（(]|[】）)]$/u.test(text) || (isMarkdown && HAS_FORM.test(text))) break;
    run.push(up);
  }
  return run;
}
