// Long, because the stages of cleaning stand together, in the order in which they happen.
import { Refusal } from "#domain/refusal.ts";
import type { DraftLine, TextChange } from "./draft-line.ts";
import { extractMeta, siteOf, type TextMeta } from "./extract-meta.ts";
import { findMarkdownTitle, plainOf, tidyMarkdown, tidyMarkdownLine, widenMarkdown, withoutHtml } from "./markdown-lines.ts";
import { findTitle, markdownOf } from "./markdown-of-lines.ts";
import { mendBytes, type Witness } from "./mend-bytes.ts";
import { stripGlosses } from "./pinyin-gloss.ts";
import { stripFurniture } from "./strip-furniture.ts";
import { closeUp, tidySpaces, widenPunctuation } from "./widen-punctuation.ts";

/**
 * A proposal: nothing of it is kept before an editor has seen `changes`. `lines` are those that stay, with their numbers in what came in;
 * `marked` counts the 〔?〕 left in the text.
 */
export type CleanText = {
  title: string;
  markdown: string;
  meta: TextMeta;
  changes: TextChange[];
  lines: DraftLine[];
  marked: number;
};

/** What is known of a text before it is cleaned, and what its editor wants left as it is. */
export type CleanWishes = Readonly<{
  /** Markdown keeps its own structure; plain text gets one. */
  form?: "text" | "markdown";
  /** What the document calls itself. */
  title?: string;
  /** Lines that the document itself marks as a site's furniture. */
  out?: readonly number[];
  /** Kinds of change not to make. */
  keep?: readonly string[];
  /** Lines not to take out. */
  keepLines?: readonly number[];
}>;

/** Longest text, in UTF-16 units. */
export const TEXT_LIMIT = 500_000;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  hellip: "…",
  middot: "·",
};
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const TITLE_CHARS = 40;
/** What ends a line, in whatever system it was written. */
export const LINE_END = /\r\n|[\r\n\u0085\u2028\u2029]/u;

/**
 * Proposes readable markdown for text pasted from a web page or an old file: site furniture off, inserted pinyin out, damaged
 * bytes mended or marked, punctuation full width, headings found. Characters are not converted, and no sentence of the text is
 * lost: what is taken out is listed in `changes`. Refuses `text-empty` and `text-too-long`.
 */
export function cleanText(raw: string, wishes: CleanWishes = {}): CleanText {
  if (raw.length > TEXT_LIMIT) throw new Refusal("text-too-long", { limit: TEXT_LIMIT });
  const changes: TextChange[] = [];
  const stays = staying(wishes);
  const mended = mendedLines(raw, changes, wishes);
  const furniture = keeping(mended, stripFurniture(mended, wishes.out, wishes.form === "markdown").removed, stays);
  const edges = extractMeta(furniture.kept);
  const text = keeping(furniture.kept, edges.removed, stays);
  for (const { line, kind } of [...furniture.removed, ...text.removed]) {
    changes.push({ kind, before: line.text, after: "", line: line.line, count: 1 });
  }
  const lines = wishes.keep?.includes("punctuation") ? text.kept : text.kept.map((line) => widened(line, changes, wishes.form));
  const site = edges.meta.source === undefined ? siteOf(furniture.removed) : undefined;
  const meta = site === undefined ? edges.meta : { ...edges.meta, source: site };
  const isMarkdown = wishes.form === "markdown";
  const titleLine = isMarkdown ? findMarkdownTitle(lines, wishes.title) : findTitle(lines);
  const rest = lines.filter((line) => line !== titleLine);
  const markdown = isMarkdown ? tidyMarkdown(rest) : markdownOf(rest);
  const title = titleOf(wishes.title, titleLine, lines);
  if (title === "" && markdown === "") throw new Refusal("text-empty");
  const marked = changes.reduce((sum, { kind, count }) => (kind === "marked" ? sum + count : sum), 0);
  return { title, markdown, meta, changes: changes.sort((a, b) => a.line - b.line), lines, marked };
}

type Removed = { line: DraftLine; kind: TextChange["kind"] };
const staying =
  ({ keep = [], keepLines = [] }: CleanWishes) =>
  ({ line, kind }: Removed): boolean =>
    keep.includes(kind) || keepLines.includes(line.line);

/** The lines without the removed ones, but for those that are to stay. */
function keeping(lines: DraftLine[], removed: Removed[], stays: (one: Removed) => boolean): { kept: DraftLine[]; removed: Removed[] } {
  const gone = removed.filter((one) => !stays(one));
  const lost = new Set(gone.map(({ line }) => line));
  return { kept: lines.filter((line) => !lost.has(line)), removed: gone };
}

function titleOf(known: string | undefined, line: DraftLine | null, lines: DraftLine[]): string {
  if (known) return tidySpaces(widenPunctuation(stripGlosses(known.replaceAll(INVISIBLE, "")).text));
  return line ? plainOf(line.text) : firstWords(lines);
}

function mendedLines(raw: string, changes: TextChange[], { form, keep = [] }: CleanWishes): DraftLine[] {
  const bare = stripGlosses(raw);
  const witness: Witness = { chars: new Set(bare.text.match(/\p{Script=Han}/gu)), glosses: new Set(bare.removed) };
  const source = form === "markdown" ? withoutHtml(raw) : { text: raw, removed: [] };
  changes.push(...source.removed);
  return source.text.split(LINE_END).map((written, index) => {
    const line = index + 1;
    const note = (kind: TextChange["kind"], before: string | undefined, after: string, count: number) => {
      if (count > 0) changes.push({ kind, before: before ?? "", after, line, count });
    };
    const seen = written.replaceAll(INVISIBLE, "").replaceAll(/&([a-z]+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
    const invisible = written.match(INVISIBLE)?.length ?? 0;
    note("invisible", invisible > 0 ? written.slice(0, TITLE_CHARS) : "", "", invisible);
    const plain = keep.includes("gloss") ? { text: seen, removed: [] } : stripGlosses(seen);
    note("gloss", plain.removed[0], [...(plain.removed[0] ?? "")][0] ?? "", plain.removed.length);
    const whole = keep.includes("mended") ? { text: plain.text, mends: [] } : mendBytes(plain.text, witness);
    for (const mend of whole.mends) note(mend.mended ? "mended" : "marked", mend.before, mend.after, 1);
    return { line, text: form === "markdown" ? tidyMarkdownLine(whole.text) : tidySpaces(whole.text) };
  });
}

function widened({ line, text }: DraftLine, changes: TextChange[], form: CleanWishes["form"]): DraftLine {
  const wide = form === "markdown" ? widenMarkdown(text) : closeUp(tidySpaces(widenPunctuation(text)));
  if (wide === text) return { line, text };
  let at = 0;
  while (text[at] === wide[at]) at++;
  const from = Math.max(0, at - 3);
  const count = narrowSigns(text) - narrowSigns(wide);
  changes.push({
    kind: count > 0 ? "punctuation" : "space",
    before: text.slice(from, at + 4),
    after: wide.slice(from, at + 4),
    line,
    count: Math.max(count, 1),
  });
  return { line, text: wide };
}

function narrowSigns(text: string): number {
  return text.match(/[,.:;!?()]/gu)?.length ?? 0;
}

function firstWords(lines: DraftLine[]): string {
  const first = lines.find(({ text }) => text !== "")?.text ?? "";
  const sentence = first.split(/[。！？；]/u)[0] ?? "";
  return [...sentence].slice(0, TITLE_CHARS).join("");
}
