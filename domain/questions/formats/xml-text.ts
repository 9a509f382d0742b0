import type { EmbeddedMedium, RowProblem } from "#domain/questions/parsed-file.ts";
import { looksLikeHtml, type ShownMedium, textOfHtml } from "./html-text.ts";
import { bytesOfBase64, mediumTypeOf } from "./medium-bytes.ts";
import { doubtful, type Place, wrong } from "./problem.ts";
import { textIn, type XmlNode } from "./xml-tree.ts";

const MOST_BYTES = 10_000_000;
const OWN = "@@PLUGINFILE@@/";

/** Reads texts of one question; gathers what they show and what is wrong with that. */
export class XmlTexts {
  readonly media: EmbeddedMedium[] = [];
  readonly problems: RowProblem[] = [];
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** A text with its files: HTML as plain text, anything else as it is. */
  read(node: XmlNode | undefined): string {
    return this.plain(node, textIn(node, "text"));
  }

  /** A piece of the text of `node`, in its format. */
  plain(node: XmlNode | undefined, text: string): string {
    const format = node?.attributes["format"] ?? "moodle_auto_format";
    const isAuto = format === "moodle_auto_format";
    if (format !== "html" && !(isAuto && looksLikeHtml(text))) return text;
    const read = textOfHtml(isAuto ? text.replaceAll("\n", "<br>") : text);
    for (const shown of read.shown) this.#keep(shown, node);
    return read.text;
  }

  /** The picture of a very old file, in elements of its own. */
  keepOld(node: XmlNode): void {
    const base64 = textIn(node, "image_base64");
    if (base64 !== "") this.#store(textIn(node, "image"), "", base64, true);
  }

  /** A question that shows what is not there is not whole; what it only links to may be done without. */
  #tell(code: "medium-kind" | "medium-missing" | "medium-too-large" | "picture-elsewhere", name: string, isNeeded: boolean): void {
    const params = { name: name.slice(0, 80), ...(code === "medium-too-large" && { limitMb: MOST_BYTES / 1e6 }) };
    this.problems.push(
      isNeeded ? wrong(code, params, { ...this.#place, suggestion: { code: "save-without-medium" } }) : doubtful(code, params, this.#place),
    );
  }

  #keep({ src, alt, type }: ShownMedium, node: XmlNode | undefined): void {
    const isNeeded = type !== "link";
    if (!src.startsWith(OWN)) return this.#tell("picture-elsewhere", src, false);
    const path = nameOf(src.slice(OWN.length).replace(/[?#].*$/u, ""));
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (this.media.some((medium) => medium.name === name)) return;
    const files = node?.nodes.filter((child) => child.name === "file" && child.attributes["name"] === name) ?? [];
    // Two folders may hold a file of the same name.
    const file = files.find(({ attributes }) => `${attributes["path"] ?? "/"}${name}` === `/${path}`) ?? files[0];
    if (!file) return this.#tell("medium-missing", name, isNeeded);
    this.#store(name, alt, file.text, isNeeded);
  }

  #store(name: string, alt: string, base64: string, isNeeded: boolean): void {
    if (base64.length > MOST_BYTES * 1.4) return this.#tell("medium-too-large", name, isNeeded);
    const bytes = bytesOfBase64(base64);
    const type = bytes && mediumTypeOf(bytes);
    if (!bytes || !type) return this.#tell("medium-kind", name, isNeeded);
    this.media.push({ type, name, alt: alt.slice(0, 300), bytes, part: null });
  }
}

/** A file's name out of an address; one that is written wrongly stays as it is. */
function nameOf(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
