import { type DraftLine, isProse, type TextChange } from "./draft-line.ts";
import { headingLevel, isPlainHeading } from "./markdown-of-lines.ts";
import { tidySpaces, widenPunctuation } from "./widen-punctuation.ts";

/** What punctuation has another meaning in: code, the target of a link, an address, the mark of a note. */
const PROTECTED = /`[^`]*`|\]\([^)\s]*(?:\s"[^"]*")?\)|!?\[(?=[^\]]*\]\()|https?:\/\/[^\s）】，。；]+|\[\^[^\]]+\]:?|<[^>]*>/gu;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/u;
const TAG = /<(?!https?:|mailto:)\/?[a-z][^<>]*>|<!--.*?-->/giu;
const FENCE = /^\s*(?:```|~~~)/u;
const ALL_BOLD = /^(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)$/u;

/** A heading or a bold line without its marks. */
export const plainOf = (text: string): string => (HEADING.exec(text)?.[2] ?? text).replaceAll(/\*\*|\\(?=[[\]_*#])/gu, "").trim();

/** Spaces of a line of markdown, without those it is set in by. */
export function tidyMarkdownLine(text: string): string {
  const [indent = ""] = /^[ \t]*(?=(?:[-*+]|\d{1,9}[.)])\s|[ \t]{4})/u.exec(text) ?? [];
  return indent + tidySpaces(text.slice(indent.length));
}

/** widenPunctuation for what is text in a line of markdown, and nothing else of it. */
export function widenMarkdown(text: string): string {
  if (/^[\s|:-]+$/u.test(text)) return text;
  const held: string[] = [];
  // One private character stands for each; it touches nothing.
  const open = text.replaceAll(PROTECTED, (part) => `\uE000${held.push(part) && ""}`);
  let next = 0;
  const [indent = ""] = /^\s*/u.exec(open) ?? [];
  // Twice: a comma after a bracket is Chinese once the bracket is.
  const wide = widenPunctuation(widenPunctuation(open.slice(indent.length)));
  return (indent + tidySpaces(wide)).replaceAll("\uE000", () => held[next++] ?? "");
}

/** HTML inside markdown would be shown to nobody: its words stay, its tags go, and a script goes whole. Lines keep their numbers. */
export function withoutHtml(raw: string): { text: string; removed: TextChange[] } {
  const removed: TextChange[] = [];
  const note = (before: string, line: number) => removed.push({ kind: "html", before: before.slice(0, 200), after: "", line, count: 1 });
  const lineAt = (at: number) => raw.slice(0, at).split("\n").length;
  const bare = raw.replaceAll(/<(script|style|svg|iframe|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu, (whole, _tag, at: number) => {
    note(whole, lineAt(at));
    return "\n".repeat(whole.split("\n").length - 1);
  });
  let inCode = false;
  const lines = bare.split("\n").map((text, index) => {
    if (FENCE.test(text)) inCode = !inCode;
    if (inCode || /^ {4}/u.test(text)) return text;
    return text.replaceAll(/(`[^`]*`)|(\\<)|([^`\\]+)/gu, (part, code: string | undefined) =>
      code
        ? part
        : part.replaceAll(TAG, (tag) => {
            note(tag, index + 1);
            return /^<br\b/iu.test(tag) ? " " : "";
          }),
    );
  });
  return { text: lines.join("\n"), removed };
}

/** The line that is the title: the one the document is called by, else its first heading, else a line over the text. */
export function findMarkdownTitle(lines: DraftLine[], known: string | undefined): DraftLine | null {
  const squeezed = (text: string) => text.replaceAll(/\s/gu, "");
  const written = lines.filter(({ text }) => text !== "");
  if (known) return written.slice(0, 8).find(({ text }) => squeezed(plainOf(text)) === squeezed(known)) ?? null;
  const first = written.find(({ text }) => HEADING.test(text) || isProse(text));
  if (first && HEADING.test(first.text)) return first;
  const [top] = written;
  return top && !isProse(top.text) && headingLevel(plainOf(top.text)) === null && !/^(?:[-*+>|]|\d+[.)]|!\[)/u.test(top.text) ? top : null;
}

/** Lines of markdown as they are to be kept: one blank line between blocks; lines that can only be headings are, when no other is. */
export function tidyMarkdown(lines: DraftLine[]): string {
  const texts = lines.map(({ text }) => text.trimEnd());
  const marked = texts.some((text) => HEADING.test(text)) ? texts : headed(texts);
  return marked
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .replace(/^\n+|\n+$/gu, "");
}

function headed(texts: string[]): string[] {
  const alone = (at: number) => !texts[at - 1] && !texts[at + 1];
  const numbered = texts.some((text) => headingLevel(plainOf(text)) === 2);
  return texts.map((text, at) => {
    if (text === "" || !alone(at)) return text;
    const plain = plainOf(text);
    const next = texts.slice(at + 1).find((later) => later !== "");
    const isHeading = isPlainHeading(plain, next) || (ALL_BOLD.test(text) && next !== undefined && !/[。；！？]$/u.test(plain));
    const level = headingLevel(plain) ?? (isHeading ? (numbered ? 3 : 2) : null);
    return level === null ? text : `${"#".repeat(level)} ${plain}`;
  });
}
