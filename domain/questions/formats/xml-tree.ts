import { decodeEntities } from "./entities.ts";

/** An element with what is in it; `from` and `to` are its place in the source. */
export type XmlNode = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  nodes: XmlNode[];
  text: string;
  comments: string[];
  line: number;
  from: number;
  to: number;
};

/** The source is not XML: `line` is where it stops being so. */
export class XmlBroken extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`XML broken in line ${line}`);
    this.name = "XmlBroken";
    this.line = line;
  }
}

const DEEPEST = 60;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Reads XML from one end to the other without looking back. No document type, no entities but XML's own and numbers. */
class XmlReader {
  readonly #source: string;
  #at = 0;
  #lineAt = 0;
  #line = 1;
  readonly #open: XmlNode[];

  constructor(source: string) {
    this.#source = source;
    this.#open = [{ ...{ name: "", attributes: {}, nodes: [], text: "", comments: [], line: 1, from: 0, to: source.length } }];
  }

  read(): XmlNode {
    while (this.#at < this.#source.length) {
      const next = this.#source.indexOf("<", this.#at);
      this.#text(next === -1 ? this.#source.length : next);
      if (next !== -1) this.#markup();
    }
    if (this.#open.length !== 1) this.#fail();
    return this.#top;
  }

  get #top(): XmlNode {
    return this.#open.at(-1) as XmlNode;
  }

  #fail(): never {
    throw new XmlBroken(this.#lineHere());
  }

  #lineHere(): number {
    for (let at = this.#source.indexOf("\n", this.#lineAt); at !== -1 && at < this.#at; at = this.#source.indexOf("\n", at + 1)) {
      this.#line++;
      this.#lineAt = at + 1;
    }
    return this.#line;
  }

  #text(end: number): void {
    if (end > this.#at) this.#top.text += decodeEntities(this.#source.slice(this.#at, end));
    this.#at = end;
  }

  /** What stands between here and `closing`; the rest of the source when it never comes is a fault. */
  #until(opening: string, closing: string): string {
    const end = this.#source.indexOf(closing, this.#at + opening.length);
    if (end === -1) this.#fail();
    const inside = this.#source.slice(this.#at + opening.length, end);
    this.#at = end + closing.length;
    return inside;
  }

  #markup(): void {
    const starts = (sign: string) => this.#source.startsWith(sign, this.#at);
    if (starts("<!--")) this.#top.comments.push(this.#until("<!--", "-->"));
    else if (starts("<![CDATA[")) this.#top.text += this.#until("<![CDATA[", "]]>");
    else if (starts("<?")) this.#until("<?", "?>");
    else if (starts("</")) this.#close();
    else this.#start();
  }

  #close(): void {
    const name = this.#until("</", ">").trim();
    const node = this.#open.pop();
    if (!node || this.#open.length === 0 || node.name !== name) this.#fail();
    node.to = this.#at;
  }

  #start(): void {
    const from = this.#at;
    NAME.lastIndex = this.#at + 1;
    const [name] = NAME.exec(this.#source) ?? [];
    if (!name || this.#open.length > DEEPEST) this.#fail();
    this.#at += 1 + name.length;
    const attributes = this.#attributes();
    const node: XmlNode = { name, attributes, nodes: [], text: "", comments: [], line: this.#lineHere(), from, to: from };
    this.#top.nodes.push(node);
    const end = /\s*(\/?)>/y;
    end.lastIndex = this.#at;
    const [whole, empty] = end.exec(this.#source) ?? [];
    if (whole === undefined) this.#fail();
    this.#at += whole.length;
    if (empty === "") this.#open.push(node);
    else node.to = this.#at;
  }

  #attributes(): Record<string, string> {
    const found = new Map<string, string>();
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const [whole, name = "", double, single] = ATTRIBUTE.exec(this.#source) ?? [];
      if (whole === undefined) return Object.fromEntries(found);
      found.set(name, decodeEntities(double ?? single ?? ""));
      this.#at += whole.length;
    }
  }
}

/** The source as a tree under a nameless node. Throws XmlBroken. */
export const xmlTreeOf = (source: string): XmlNode => new XmlReader(source).read();

/** The first child of this name. */
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => node?.nodes.find((child) => child.name === name);
/** The text of the first child of this name; "" when there is none. */
export const textIn = (node: XmlNode | undefined, name: string): string => childOf(node, name)?.text.trim() ?? "";
