import { defaultSchema, type Options } from "rehype-sanitize";
import type { HastElement, HastNode } from "./hast-schema.ts";

/** What markdown may become. HTML written by hand is dropped before this; the list is the second wall. */
export const sanitising: Options = {
  ...defaultSchema,
  tagNames: [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "div",
    "strong",
    "em",
    "del",
    "a",
    "img",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "br",
    "code",
    "pre",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  attributes: { a: ["href", "title"], img: ["src", "alt", "title"], ol: ["start"], th: ["align"], td: ["align"] },
  protocols: { href: ["http", "https", "mailto"] },
  required: {},
  strip: ["script", "style", "template"],
};

type Loose = { type: string; value?: unknown; tagName?: string; properties?: Record<string, unknown>; children?: readonly Loose[] };

/** A picture is shown from this very site only; from elsewhere it would tell another server who reads what (TF12). */
const isOwnPicture = (source: unknown) => typeof source === "string" && /^\/(?![/\\])/.test(source) && !/[\\\p{Cc}]/u.test(source);

function propertiesOf({ tagName, properties = {} }: Loose): HastElement["properties"] {
  const kept: HastElement["properties"] = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") kept[name] = value;
  }
  if (tagName === "a") kept["rel"] = "noopener noreferrer nofollow";
  if (tagName === "img") kept["loading"] = "lazy";
  return kept;
}

const HOLDS_NO_TEXT = new Set(["ul", "ol", "table", "thead", "tbody", "tr", "blockquote", "div"]);

/** A node as plain data: elements and text, without positions. A picture from elsewhere becomes its description. */
export function plainNodes(node: Loose): HastNode[] {
  if (node.type === "text") return typeof node.value === "string" ? [{ type: "text", value: node.value }] : [];
  if (node.type !== "element" || node.tagName === undefined) return [];
  if (node.tagName === "img" && !isOwnPicture(node.properties?.["src"])) {
    const description = node.properties?.["alt"];
    return typeof description === "string" && description !== "" ? [{ type: "text", value: description }] : [];
  }
  const isLineEnd = (child: Loose) => child.type === "text" && child.value === "\n" && HOLDS_NO_TEXT.has(String(node.tagName));
  const children = (node.children ?? []).filter((child) => !isLineEnd(child)).flatMap(plainNodes);
  return [{ type: "element", tagName: node.tagName, properties: propertiesOf(node), children }];
}

const APART = new Set(["p", "li", "tr", "br", "blockquote", "pre", "table", "ul", "ol", "div"]);

/** The words of a node; parts that stand on lines of their own are kept apart. */
export function textOf(node: HastNode): string {
  if (node.type === "text") return node.value;
  if (node.tagName === "img") return String(node.properties["alt"] ?? "");
  if (node.tagName === "br") return "\n";
  const cellGap = node.tagName === "tr" ? "  " : "";
  const words = node.children.map(textOf).join(cellGap);
  return APART.has(node.tagName) ? `${words.replace(/\n+$/u, "")}\n` : words;
}
