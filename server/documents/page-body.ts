import { type Html, linesOf, nodesOf, said, wordsOf } from "./hast-nodes.ts";
import { isLayout } from "./mend-blocks.ts";

/** Opens a line that the page itself calls furniture: a private character no text has. */
export const OUT = "\uE001";

const FURNITURE = new Set(["nav", "aside", "footer"]);
const ROLES = new Set(["navigation", "contentinfo", "complementary", "search", "banner"]);
const NAMED =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|foot|copyright|share|sharing|sidebar|side|related|recommend(?:ed)?|toolbar|pager|pagination|comments?|login|ads?|advert|friend-?links?|links?|top-?bar|header|logo|search)(?:$|[\s_-])/iu;
const LABELLED = /(?:来源|來源|出处|作者|发布时间|發布時間|发布日期|时间|日期)\s*[:：]/u;
const PROSE = /[。！？；]/u;
const LEAVES = new Set(["p", "ul", "ol", "li", "dl", "blockquote", "pre", "a"]);
const ROWS = new Set(["table", "tbody", "thead", "tfoot", "tr"]);

/** Characters of a node that stand in sentences: lists of links have none. */
const proseOf = (node: Html): number =>
  linesOf(node).reduce((sum, line) => (line.length >= 15 && PROSE.test(line) ? sum + line.length : sum), 0);

function isFurniture(node: Html): boolean {
  const name = node.tagName ?? "";
  if (FURNITURE.has(name) || ROLES.has(said(node, "role"))) return true;
  if (!NAMED.test(`${said(node, "className")} ${said(node, "id")}`)) return false;
  return isMostlyLinks(node) || proseOf(node) === 0;
}

function isMostlyLinks(node: Html): boolean {
  const words = wordsOf(node).replaceAll(/\s/gu, "").length;
  const linked = [...nodesOf(node)]
    .filter(({ tagName }) => tagName === "a")
    .reduce((sum, link) => sum + wordsOf(link).replaceAll(/\s/gu, "").length, 0);
  return linked * 2 > words;
}

/** The cells of a table, not those of tables inside it. */
const cellsOf = (node: Html): Html[] =>
  (node.children ?? []).flatMap((child) =>
    child.tagName === "td" || child.tagName === "th" ? [child] : child.tagName === "table" ? [] : cellsOf(child),
  );

/** The smallest part of the page that holds nearly all of its sentences. */
function mainOf(body: Html): Html {
  const whole = proseOf(body);
  let main = body;
  let at: Html | undefined = whole < 100 ? undefined : body;
  while (at) {
    if (!ROWS.has(at.tagName ?? "")) main = at;
    at = (at.children ?? []).find((child) => child.type === "element" && !LEAVES.has(child.tagName ?? "") && proseOf(child) >= whole * 0.9);
  }
  return main;
}

const outLine = (words: string): Html => ({
  type: "element",
  tagName: "p",
  properties: {},
  children: [{ type: "text", value: OUT + words }],
});

/** Furniture as lines that say so: seen by the editor, and taken out like any other. */
function outLines(node: Html): Html[] {
  const lines = linesOf(node);
  return lines.length > 0 ? [outLine(lines.join(" | ").slice(0, 2_000))] : [];
}

/** A heading and the line about source and date may stand outside of the text's own part. */
function isAboutText(node: Html): boolean {
  const words = wordsOf(node).trim();
  return /^h1$/.test(node.tagName ?? "") || (words.length < 160 && LABELLED.test(words));
}

const holds = (node: Html, sought: Html): boolean => node === sought || [...nodesOf(node)].includes(sought);

/** Whether there is a heading or a source line somewhere in it. */
const holdsAbout = (node: Html): boolean => [...nodesOf(node)].some((inner) => inner.type === "element" && isAboutText(inner));

/** The page's blocks in order: its text as it stands, everything round it as lines that say so. */
export function pageBlocks(body: Html): Html[] {
  const main = mainOf(body);
  const inside = (node: Html): Html => (node.children ? { ...node, children: node.children.flatMap(kept) } : node);
  const kept = (child: Html): Html[] => {
    if (child.type !== "element") return [child];
    if (isFurniture(child)) return outLines(child);
    if (child.tagName !== "table" || !isLayout(child)) return [inside(child)];
    // What sets out a page is no table of the text: its cells stand one after the other, a column of links among the furniture.
    return cellsOf(child).flatMap((cell) => (isMostlyLinks(cell) && proseOf(cell) === 0 ? outLines(cell) : (inside(cell).children ?? [])));
  };
  const round = (node: Html): Html[] => {
    if (node === main) return inside(node).children ?? [];
    if (holds(node, main)) return (node.children ?? []).flatMap(round);
    if (node.type === "text")
      return (node.value ?? "").trim() === "" ? [] : [{ type: "element", tagName: "p", properties: {}, children: [node] }];
    if (node.type !== "element") return [];
    if (isAboutText(node))
      return linesOf(node).map((line) => ({
        type: "element",
        tagName: node.tagName === "h1" ? "h1" : "p",
        properties: {},
        children: [{ type: "text", value: line }],
      }));
    if (!isFurniture(node) && holdsAbout(node)) return (node.children ?? []).flatMap(round);
    return outLines(node);
  };
  return round(body);
}
