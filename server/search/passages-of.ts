import type { Passage } from "#domain/search/search-vector.ts";
import type { Block, HastNode } from "#server/materials/hast-schema.ts";

/** What begins a line of its own. */
const LINES = new Set(["p", "div", "li", "tr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr"]);

/** The lines of a node, so that the end of one item of a list and the beginning of the next are no word. */
function addLines(node: HastNode, lines: string[]): void {
  if (node.type === "text") {
    lines.push((lines.pop() ?? "") + node.value);
    return;
  }
  const opens = LINES.has(node.tagName);
  if (opens) lines.push("");
  for (const child of node.children) addLines(child, lines);
  if (node.tagName === "td" || node.tagName === "th") lines.push(`${lines.pop() ?? ""} ｜ `);
  if (node.tagName === "br") lines.push(`${lines.pop() ?? ""} `);
  if (opens) lines.push("");
}

/** A study text as lines with the block each stands in: where a hit leads to. */
export function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap(({ id, hast }) => {
    const lines: string[] = [""];
    addLines(hast, lines);
    return lines.flatMap((line) => {
      const text = line.replace(/[\s｜]+$/u, "").trim();
      return text === "" ? [] : [{ place: id, text }];
    });
  });
}
