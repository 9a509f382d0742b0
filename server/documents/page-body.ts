import { type Html, linesOf, nodesOf, said, wordsOf } from "./hast-nodes.ts";

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
  const words = wordsOf(node).replaceAll(/\s/gu, "").length;
  const linked = [...nodesOf(node)]
    .filter(({ tagName }) => tagName === "a")
    .reduce((sum, link) => sum + wordsOf(link).replaceAll(/\s/gu, "").length, 0);
  return linked * 2 > words || proseOf(node) === 0;
}

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
  const inside = (node: Html): Html => {
    if (!node.children) return node;
    return {
      ...node,
      children: node.children.flatMap((child) => (child.type === "element" && isFurniture(child) ? outLines(child) : [inside(child)])),
    };
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
