import { Refusal } from "#domain/refusal.ts";

/** What the readers need to know of an HTML tree. */
export type Html = { type: string; tagName?: string; value?: string; properties?: Record<string, unknown>; children?: Html[] };

const DEEPEST = 250;
const MOST_NODES = 300_000;

/** Refuses a tree that no page needs and no recursion survives. */
export function refuseDeep(root: Html): void {
  let level: Html[] = [root];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > DEEPEST || nodes > MOST_NODES) throw new Refusal("text-nested", { field: "file" });
    level = level.flatMap((node) => node.children ?? []);
  }
}

/** The words of a node, spaces as they come. */
export function wordsOf(node: Html): string {
  if (node.type === "text") return node.value ?? "";
  return (node.children ?? []).map(wordsOf).join("");
}

/** A property as one line of words: `className` is a list, a missing one is "". */
export function said(node: Html, name: string): string {
  const value = node.properties?.[name];
  return Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "";
}

/** Every node below, the node itself first. */
export function* nodesOf(node: Html): Generator<Html> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

export const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** The lines a reader sees of a node: one a block, links of a menu side by side. */
export function linesOf(node: Html): string[] {
  const lines: string[] = [];
  let open: string[] = [];
  const flush = () => {
    const line = open.join("").replaceAll(/\s+/gu, " ").trim();
    if (line !== "") lines.push(line);
    open = [];
  };
  const walk = (one: Html): void => {
    if (one.type === "text") open.push(one.value ?? "");
    if (one.type !== "element" && one.type !== "root") return;
    const apart = BLOCKS.has(one.tagName ?? "") || one.tagName === "br";
    if (apart) flush();
    for (const child of one.children ?? []) walk(child);
    if (one.tagName === "a") open.push(" ");
    if (apart) flush();
  };
  walk(node);
  flush();
  return lines;
}
