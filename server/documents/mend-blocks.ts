import { BLOCKS, type Html, linesOf, nodesOf } from "./hast-nodes.ts";

/** A line end inside a Chinese sentence is the file's, not the writer's. */
const CUT = /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])[ \t]*\r?\n\s*(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu;
const CELLS = new Set(["td", "th"]);
/** What is split into paragraphs where its lines were ended by hand. */
const HOLDERS = new Set(["body", "div", "section", "article", "main", "p", "center", "font", "span", "td"]);
const IN_TABLE = new Set(["table", "h1", "h2", "h3", "h4", "ul", "ol", "article", "section"]);

const element = (tagName: string, children: Html[]): Html => ({ type: "element", tagName, properties: {}, children });

/** A table that sets out a page, not figures: its cells hold paragraphs, headings or tables. */
export function isLayout(table: Html): boolean {
  return [...nodesOf(table)].some((node) => {
    if (!CELLS.has(node.tagName ?? "")) return false;
    const inner = [...nodesOf(node)].slice(1);
    return inner.some(({ tagName }) => IN_TABLE.has(tagName ?? "")) || linesOf(node).length > 3;
  });
}

function flattenCell(cell: Html): void {
  cell.children = (cell.children ?? []).flatMap((child, at) => {
    if (child.tagName === "br") return [{ type: "text", value: " " }];
    const isBlock = child.tagName === "p" || child.tagName === "div";
    return isBlock ? [...(at > 0 ? [{ type: "text", value: " " }] : []), ...(child.children ?? [])] : [child];
  });
}

/** Paragraphs ended by `<br>` become paragraphs. */
function splitBreaks(node: Html): Html[] {
  if (!node.children) return [node];
  const isData = node.tagName === "table" && !isLayout(node);
  if (isData) {
    const nodes = [...nodesOf(node)];
    for (const cell of nodes) if (CELLS.has(cell.tagName ?? "")) flattenCell(cell);
    // A table of markdown has a head: where none is marked, the first row is it.
    const head = nodes.some(({ tagName }) => tagName === "th") ? undefined : nodes.find(({ tagName }) => tagName === "tr");
    for (const cell of head?.children ?? []) if (cell.tagName === "td") cell.tagName = "th";
    return [node];
  }
  const children = node.children.flatMap(splitBreaks);
  if (!HOLDERS.has(node.tagName ?? "") || !children.some(({ tagName }) => tagName === "br")) return [{ ...node, children }];
  const parts: Html[] = [];
  let open: Html[] = [];
  const close = () => {
    if (open.some((one) => one.type !== "text" || (one.value ?? "").trim() !== "")) parts.push(element("p", open));
    open = [];
  };
  for (const child of children) {
    const isBlock = BLOCKS.has(child.tagName ?? "");
    if (isBlock || child.tagName === "br") close();
    if (isBlock) parts.push(child);
    else if (child.tagName !== "br") open.push(child);
  }
  close();
  return node.tagName === "p" || node.tagName === "span" || node.tagName === "font" ? parts : [{ ...node, children: parts }];
}

/** Blocks as a text has them: no line ends inside a sentence, cells of one line, no paragraphs made of `<br>`. */
export function mendBlocks(body: Html): void {
  for (const node of nodesOf(body)) if (node.type === "text" && node.value) node.value = node.value.replaceAll(CUT, "");
  body.children = (body.children ?? []).flatMap(splitBreaks);
  if (body.children.some(({ tagName }) => tagName === "br")) {
    const [split] = splitBreaks({ ...body, tagName: "body" });
    body.children = split?.children ?? body.children;
  }
}
