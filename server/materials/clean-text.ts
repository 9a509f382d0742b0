import { Refusal } from "#domain/refusal.ts";
import type { DraftLine, TextChange } from "./draft-line.ts";
import { extractMeta, type TextMeta } from "./extract-meta.ts";
import { findTitle, markdownOf } from "./markdown-of-lines.ts";
import { mendBytes, type Witness } from "./mend-bytes.ts";
import { stripGlosses } from "./pinyin-gloss.ts";
import { stripFurniture } from "./strip-furniture.ts";
import { tidySpaces, widenPunctuation } from "./widen-punctuation.ts";

/** A proposal: nothing of it is kept before an editor has seen `changes`. `marked` counts the 〔?〕 left in the text. */
export type CleanText = { title: string; markdown: string; meta: TextMeta; changes: TextChange[]; marked: number };

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

/**
 * Proposes readable markdown for text pasted from a web page or an old file: site furniture off, inserted pinyin out, damaged
 * bytes mended or marked, punctuation full width, headings found. Characters are not converted, and no sentence of the text is
 * lost: what is taken out is listed in `changes`. Refuses `text-empty` and `text-too-long`.
 */
export function cleanText(raw: string): CleanText {
  if (raw.length > TEXT_LIMIT) throw new Refusal("text-too-long", { limit: TEXT_LIMIT });
  const changes: TextChange[] = [];
  const mended = mendedLines(raw, changes);
  const furniture = stripFurniture(mended);
  const edges = extractMeta(furniture.kept);
  for (const { line, kind } of [...furniture.removed, ...edges.removed]) {
    changes.push({ kind, before: line.text, after: "", line: line.line, count: 1 });
  }
  const lines = edges.kept.map((line) => widened(line, changes));
  const titleLine = findTitle(lines);
  const markdown = markdownOf(lines.filter((line) => line !== titleLine));
  const title = titleLine ? titleLine.text.replace(/^#+\s*/u, "") : firstWords(lines);
  if (title === "" && markdown === "") throw new Refusal("text-empty");
  const marked = changes.reduce((sum, { kind, count }) => (kind === "marked" ? sum + count : sum), 0);
  return { title, markdown, meta: edges.meta, changes: changes.sort((a, b) => a.line - b.line), marked };
}

function mendedLines(raw: string, changes: TextChange[]): DraftLine[] {
  const bare = stripGlosses(raw);
  const witness: Witness = { chars: new Set(bare.text.match(/\p{Script=Han}/gu)), glosses: new Set(bare.removed) };
  return raw.split(/\r\n|[\r\n\u0085\u2028\u2029]/u).map((written, index) => {
    const line = index + 1;
    const note = (kind: TextChange["kind"], before: string | undefined, after: string, count: number) => {
      if (count > 0) changes.push({ kind, before: before ?? "", after, line, count });
    };
    const seen = written.replaceAll(INVISIBLE, "").replaceAll(/&([a-z]+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
    const invisible = written.match(INVISIBLE)?.length ?? 0;
    note("invisible", invisible > 0 ? written.slice(0, TITLE_CHARS) : "", "", invisible);
    const plain = stripGlosses(seen);
    note("gloss", plain.removed[0], [...(plain.removed[0] ?? "")][0] ?? "", plain.removed.length);
    const whole = mendBytes(plain.text, witness);
    for (const mend of whole.mends) note(mend.mended ? "mended" : "marked", mend.before, mend.after, 1);
    return { line, text: tidySpaces(whole.text) };
  });
}

function widened({ line, text }: DraftLine, changes: TextChange[]): DraftLine {
  const wide = tidySpaces(widenPunctuation(text));
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
  return text.match(/[,:;!?()]/gu)?.length ?? 0;
}

function firstWords(lines: DraftLine[]): string {
  const first = lines.find(({ text }) => text !== "")?.text ?? "";
  const sentence = first.split(/[。！？；]/u)[0] ?? "";
  return [...sentence].slice(0, TITLE_CHARS).join("");
}
