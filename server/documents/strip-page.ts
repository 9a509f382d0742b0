import { type Html, nodesOf, said, wordsOf } from "./hast-nodes.ts";
import { counted, type LeftOut } from "./raw-document.ts";

const SCRIPTS = new Set(["script", "noscript", "template", "link", "meta", "base", "style"]);
const EMBEDDED = new Set(["iframe", "frame", "frameset", "object", "embed", "applet", "video", "audio", "canvas", "svg", "math", "map"]);
const CONTROLS = new Set(["input", "button", "select", "textarea", "datalist", "output", "progress", "meter"]);

function isHidden(node: Html): boolean {
  return (
    node.properties?.["hidden"] !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu.test(said(node, "style"))
  );
}

function kindOf(node: Html): LeftOut["kind"] | "silent" | null {
  if (node.type === "comment" || node.type === "doctype") return "silent";
  if (node.type !== "element") return null;
  const name = node.tagName ?? "";
  if (name === "style" || name === "link" || name === "meta" || name === "base" || name === "head" || name === "title") return "silent";
  if (SCRIPTS.has(name)) return "script";
  if (EMBEDDED.has(name)) return "embedded";
  if (CONTROLS.has(name)) return "form";
  return isHidden(node) ? "silent" : null;
}

const whatOf = (node: Html): string => (said(node, "src") || said(node, "data") || `<${node.tagName}>`).slice(0, 120);

/** Takes out of a page what is no text: scripts, films, form controls, what it hides. What is worth knowing is listed. */
export function stripPage(root: Html): LeftOut[] {
  const found: Omit<LeftOut, "count">[] = [];
  for (const node of nodesOf(root)) {
    if (!node.children) continue;
    node.children = node.children.filter((child) => {
      const kind = kindOf(child);
      if (kind !== null && kind !== "silent")
        found.push({ kind, what: kind === "form" ? wordsOf(child).trim().slice(0, 40) || `<${child.tagName}>` : whatOf(child) });
      return kind === null;
    });
    for (const child of node.children) {
      if (Object.keys(child.properties ?? {}).some((name) => /^on[A-Z]/u.test(name)))
        found.push({ kind: "script", what: `<${child.tagName} on…>` });
    }
  }
  return counted(found);
}
