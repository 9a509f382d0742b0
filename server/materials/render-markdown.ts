import rehypeSanitize from "rehype-sanitize";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { Refusal } from "#domain/refusal.ts";
import type { Block, HastElement } from "./hast-schema.ts";
import { plainNodes, sanitising, textOf } from "./sanitise-hast.ts";

const DEEPEST = 60;
/** Open brackets, and quotations and lists nested past any use, take time that grows with their square. */
const MOST_BRACKETS = 4_000;
const TOO_NESTED = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){25}/mu;

type Child = {
  type: string;
  depth?: number;
  children?: readonly Child[];
  position?: { start: { offset?: number | undefined } } | undefined;
};
type Footnote = { label?: string | null; identifier: string };

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
const noteMark = ({ label, identifier }: Footnote) => ({ type: "text" as const, value: `[${label ?? identifier}]` });
const toHtml = unified()
  .use(remarkRehype, {
    handlers: {
      // A note stays where it was written: collected at the end, it would have no block of its own to be cited by.
      footnoteReference: (_state, node: Footnote) => noteMark(node),
      footnoteDefinition: (state, node) => ({
        type: "element" as const,
        tagName: "div",
        properties: {},
        children: [noteMark(node), ...state.all(node)],
        position: node.position,
      }),
    },
  })
  .use(rehypeSanitize, sanitising);

/** Refuses `text-nested` for a tree no reader needs and no recursion survives. */
function refuseDeep(root: Child): void {
  let level: readonly Child[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Refusal("text-nested");
    level = level.flatMap((node) => node.children ?? []);
  }
}

/**
 * Markdown as sanitised blocks in reading order: headings s1, s2 …, everything else p1, p2 …. What shows nothing (HTML, the target
 * of a link) has a number and no block, so that the numbers are those of `contentBlocksOf`. Refuses `text-nested`.
 */
export function renderBlocks(markdown: string): Block[] {
  if (TOO_NESTED.test(markdown) || markdown.split("[").length > MOST_BRACKETS) throw new Refusal("text-nested");
  const root = parser.parse(markdown);
  refuseDeep(root);
  const shown = new Map<number, HastElement>();
  for (const node of (toHtml.runSync(root) as { children: readonly Child[] }).children) {
    const [element] = plainNodes(node);
    if (element?.type === "element") shown.set(node.position?.start.offset ?? -1, element);
  }
  const numbers = { heading: 0, block: 0 };
  return (root.children as readonly Child[]).flatMap((node) => {
    const kind = node.type === "heading" ? "heading" : "block";
    numbers[kind] += 1;
    const hast = shown.get(node.position?.start.offset ?? -1);
    const id = `${kind === "heading" ? "s" : "p"}${numbers[kind]}`;
    return hast ? [{ id, kind, depth: node.depth ?? 0, text: textOf(hast).trim(), hast }] : [];
  });
}
