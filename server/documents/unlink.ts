import { type Html, nodesOf, said } from "./hast-nodes.ts";

/** A link to a script, or to a place of the page's own site, leads nowhere from here: its words stay. */
export function unlink(root: Html): void {
  for (const node of nodesOf(root)) {
    if (node.tagName === "a" && said(node, "href") !== "" && !/^(?:https?:|mailto:|#)/iu.test(said(node, "href").trim()))
      node.tagName = "span";
  }
}
