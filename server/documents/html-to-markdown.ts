import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { typeOfBytes } from "#server/files/type-of-bytes.ts";
import { type Html, nodesOf, refuseDeep, said, wordsOf } from "./hast-nodes.ts";
import { mendBlocks } from "./mend-blocks.ts";
import { OUT, pageBlocks } from "./page-body.ts";
import { counted, DOCUMENT_LIMITS, type DocumentPicture, type LeftOut, type RawDocument } from "./raw-document.ts";
import { stripPage } from "./strip-page.ts";
import { unlink } from "./unlink.ts";

const parser = unified().use(rehypeParse);
const NOTE = /^#?(?:foot|end)note-(\d+)$/u;

type Mdast = { type: string; children?: Mdast[]; [key: string]: unknown };
type State = { all: (node: Html) => Mdast[]; patch: (from: Html, to: Mdast) => void };

/** Notes as a Word document writes them: the mark, and the list of them at the end; numbered as the reader sees them. */
function noteHandlers() {
  const labels = new Map<string, string>();
  return {
    sup(state: State, node: Html) {
      const link = (node.children ?? []).find((child) => child.tagName === "a" && NOTE.test(said(child, "href")));
      if (!link) return state.all(node);
      const label = /\d+/u.exec(wordsOf(link))?.[0] ?? String(labels.size + 1);
      labels.set(NOTE.exec(said(link, "href"))?.[1] ?? "", label);
      return { type: "footnoteReference", identifier: label, label };
    },
    li(state: State, node: Html) {
      const [, id] = NOTE.exec(said(node, "id")) ?? [];
      if (id === undefined) return { type: "listItem", spread: false, checked: null, children: blocksOf(state.all(node)) };
      const label = labels.get(id) ?? id;
      return { type: "footnoteDefinition", identifier: label, label, children: blocksOf(state.all(withoutBack(node))) };
    },
  };
}

const PHRASING = new Set(["text", "emphasis", "strong", "delete", "inlineCode", "link", "image", "break", "footnoteReference"]);

/** Words that stand bare in an item become its paragraph. */
function blocksOf(nodes: Mdast[]): Mdast[] {
  const blocks: Mdast[] = [];
  for (const node of nodes) {
    const last = blocks.at(-1);
    if (!PHRASING.has(node.type)) blocks.push(node);
    else if (last?.type === "paragraph" && last["bare"] === true) last.children?.push(node);
    else blocks.push({ type: "paragraph", bare: true, children: [node] });
  }
  return blocks;
}

function withoutBack(node: Html): Html {
  const isBack = (child: Html) => child.tagName === "a" && /-ref-/u.test(said(child, "href"));
  return {
    ...node,
    children: (node.children ?? []).filter((child) => !isBack(child)).map((child) => (child.children ? withoutBack(child) : child)),
  };
}

const notesIn = (item: Mdast): Mdast[] | null => {
  if (item.type === "footnoteDefinition") return [item];
  const inner = item.type === "listItem" ? (item.children ?? []) : [];
  return inner.length > 0 && inner.every(({ type }) => type === "footnoteDefinition") ? inner : null;
};

/** Notes leave the list they stood in: in markdown they are blocks of their own. */
function freeNotes(node: Mdast): Mdast {
  if (!node.children) return node;
  const children = node.children.map(freeNotes).flatMap((child) => {
    const notes = child.type === "list" ? (child.children ?? []).map(notesIn) : [null];
    return notes.length > 0 && notes.every((found) => found !== null) ? notes.flat() : [child];
  });
  return { ...node, children };
}

/** A picture that lies in the page itself (`data:`) comes along; one that lies elsewhere is named among what is left out. */
function takePictures(root: Html, pictures: DocumentPicture[]): LeftOut[] {
  const left: Omit<LeftOut, "count">[] = [];
  for (const node of nodesOf(root)) {
    if (node.tagName !== "img") continue;
    const [source, alt] = [said(node, "src"), said(node, "alt").trim()];
    const bytes = /^data:image\/[a-z+.-]+;base64,/iu.test(source) ? Buffer.from(source.slice(source.indexOf(",") + 1), "base64") : null;
    const at = bytes ? keepPicture(pictures, bytes) : /^picture:(\d+)$/u.test(source) ? Number(source.slice(8)) : null;
    if (at !== null) {
      node.properties = { src: `picture:${at}`, alt };
      continue;
    }
    left.push({ kind: "picture", what: (alt || source.replace(/^data:.*$/su, "data:")).slice(0, 120) });
    // Its description is no sentence of the text.
    Object.assign(node, { type: "text", value: "" });
    delete node.tagName;
    delete node.children;
  }
  return counted(left);
}

/** Its number among the pictures that come along; null when its kind is not kept here or there are too many. */
export function keepPicture(pictures: DocumentPicture[], bytes: Uint8Array): number | null {
  const type = typeOfBytes(bytes);
  const total = pictures.reduce((sum, picture) => sum + picture.bytes.length, bytes.length);
  if (!type?.contentType.startsWith("image/") || pictures.length >= DOCUMENT_LIMITS.pictures || total > DOCUMENT_LIMITS.pictureBytes)
    return null;
  pictures.push({ name: `图${pictures.length + 1}.${type.endings[0]}`, contentType: type.contentType, bytes });
  return pictures.length;
}

function stringified(body: Html): string {
  const tree = unified()
    .use(rehypeRemark, { handlers: noteHandlers() as never })
    .runSync({ type: "root", children: [body] } as never) as unknown as Mdast;
  const text = unified()
    .use(remarkGfm)
    .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", fences: true, incrementListMarker: true })
    .stringify(freeNotes(tree) as never);
  return text.replaceAll(/&#x([0-9A-F]{2,6});/gu, (whole, code: string) =>
    Number.parseInt(code, 16) > 127 ? String.fromCodePoint(Number.parseInt(code, 16)) : whole,
  );
}

/** What the page is called: its only h1, else its title without the name of the site. */
function titleOf(root: Html, body: Html): string {
  const heads = [...nodesOf(body)].filter(({ tagName }) => tagName === "h1").map((node) => wordsOf(node).replaceAll(/\s+/gu, " ").trim());
  if (heads.length === 1 && heads[0]) return heads[0].slice(0, 200);
  const title = [...nodesOf(root)].find(({ tagName }) => tagName === "title");
  const words = title ? wordsOf(title).replaceAll(/\s+/gu, " ").trim() : "";
  return (/^(.{6,}?)\s*(?:[|_–—]|\s-)\s*[^|_–—]+$/u.exec(words)?.[1] ?? words).slice(0, 200);
}

/** A web page, or a piece of one, as markdown: its text, with what stood round it marked as such, and what is left out. */
export function htmlToMarkdown(html: string, pictures: DocumentPicture[] = []): RawDocument {
  const root = parser.parse(html) as Html;
  refuseDeep(root);
  const body = [...nodesOf(root)].find(({ tagName }) => tagName === "body") ?? root;
  const title = titleOf(root, body);
  const left = [...stripPage(root), ...takePictures(body, pictures)];
  mendBlocks(body);
  const shown: Html = { type: "element", tagName: "body", properties: {}, children: pageBlocks(body) };
  unlink(shown);
  const lines = stringified(shown).split("\n");
  const out = lines.flatMap((line, at) => (line.includes(OUT) ? [at + 1] : []));
  return { text: lines.map((line) => line.replaceAll(OUT, "")).join("\n"), form: "markdown", title, out, left, pictures };
}
