import { decodeEntities } from "./entities.ts";

/** A picture or a sound that a text shows, or a link to one. */
export type ShownMedium = { src: string; alt: string; type: "image" | "audio" | "link" };

// No quoted text reaches over a "<", so that a text of nothing but openings is still read in one go.
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)((?:"[^"<]*"|'[^'<]*'|[^'"<>])*)>/giu;
const BREAKS = new Set([
  "p",
  "div",
  "br",
  "tr",
  "table",
  "ul",
  "ol",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "section",
  "hr",
]);
const UNSEEN = new Set(["script", "style", "head", "title"]);

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

/** A link to a file that came with the text, or straight to a picture or a sound: what the question is about, often enough. */
const LINKED = /^@@PLUGINFILE@@\/|\.(?:mp3|ogg|wav|m4a|png|jpe?g|gif|webp)$/iu;

function shownBy(name: string, attributes: string): ShownMedium[] {
  if (name === "a") {
    const href = attributeOf(attributes, "href");
    return LINKED.test(href) ? [{ src: href, alt: "", type: "link" }] : [];
  }
  const src = attributeOf(attributes, "src");
  if (src === "") return [];
  if (name === "img") return [{ src, alt: attributeOf(attributes, "alt"), type: "image" }];
  return name === "audio" || name === "source" ? [{ src, alt: "", type: "audio" }] : [];
}

/** Stands for a space of preformatted text until the others have been tidied. */
const KEPT = "\uE000";

/** HTML as the plain text it shows, with one line for each of its blocks, and the pictures and sounds it shows. */
export function textOfHtml(html: string): { text: string; shown: ShownMedium[] } {
  let text = "";
  let at = 0;
  let hiddenBy = "";
  let isPre = false;
  const shown: ShownMedium[] = [];
  const add = (piece: string) => {
    if (hiddenBy !== "") return;
    const plain = isPre ? piece.replaceAll(/\r\n?/gu, "\n").replaceAll(/[ \t]/gu, KEPT) : piece.replaceAll(/\s+/gu, " ");
    // Two spaces come of a tag between them; those somebody meant are written as entities.
    text += decodeEntities(text.endsWith(" ") ? plain.replace(/^ /u, "") : plain);
  };
  for (const tag of html.matchAll(TAG)) {
    add(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, closing = "", name = "", attributes = ""] = tag;
    const kind = name.toLowerCase();
    if (UNSEEN.has(kind)) hiddenBy = closing === "" ? kind : "";
    else if (BREAKS.has(kind)) {
      if (kind === "pre") isPre = closing === "";
      text += "\n";
    } else if (kind === "li" && closing === "") text += "\n• ";
    else if ((kind === "td" || kind === "th") && closing === "") text += " ";
    else if (closing === "") shown.push(...shownBy(kind, attributes));
  }
  add(html.slice(at));
  const tidy = text
    .replaceAll("\u00a0", " ")
    .replaceAll(/[ \t]*\n[ \t]*/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim()
    .replaceAll(KEPT, " ");
  return { text: tidy, shown };
}

/** Whether a text of no declared form is meant as HTML. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|div|span|b|i|u|em|strong|sup|sub|img|a|ul|ol|li|table|audio)(?:\s[^<>]*)?\/?>/iu.test(text);
