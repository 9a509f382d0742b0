import { foldText } from "./fold-text.ts";
import type { Passage } from "./search-vector.ts";

/** From and to, in UTF-16 units of the text shown. */
export type Mark = readonly [from: number, to: number];
export type Marked = Readonly<{ text: string; marks: readonly Mark[] }>;

const BEFORE = 24;
const LENGTH = 110;

/** Where the terms stand in a text that is shown; what overlaps or touches is one mark. */
export function marksIn(shown: string, terms: readonly string[]): Mark[] {
  const folded = foldText(shown);
  const found: Mark[] = [];
  for (const term of terms) {
    for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + term.length))
      found.push([folded.starts[at] ?? 0, folded.ends[at + term.length - 1] ?? 0]);
  }
  const merged: [number, number][] = [];
  for (const [from, to] of found.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The nearest place at or before `at` that does not part a character from its marks or its other half. */
function wholeAt(text: string, at: number): number {
  let place = Math.min(Math.max(at, 0), text.length);
  while (place > 0 && place < text.length && /^(?:\p{M}|\u200d|[\udc00-\udfff])/u.test(text.slice(place))) place -= 1;
  return place;
}

/** A text cut to a few lines around its first mark. */
export function cutAround(shown: string, marks: readonly Mark[]): Marked {
  const [first] = marks;
  const from = wholeAt(shown, first ? Math.min(first[0] - BEFORE, shown.length - LENGTH) : 0);
  const to = wholeAt(shown, Math.max(from + LENGTH, Math.min(first?.[1] ?? 0, from + 2 * LENGTH)));
  const lead = from > 0 ? "…" : "";
  const shift = (place: number) => Math.min(Math.max(place, from), to) - from + lead.length;
  return {
    text: `${lead}${shown.slice(from, to)}${to < shown.length ? "…" : ""}`,
    marks: marks.map(([start, end]) => [shift(start), shift(end)] as const).filter(([start, end]) => start < end),
  };
}

/** The line that shows most of the terms, of equals one that a link can lead to, the first of them, cut around its first hit; the first line when the title alone was hit. `folded` are the lines folded. */
export function snippetOf(lines: readonly Passage[], folded: readonly string[], terms: readonly string[]): Marked & { place: string } {
  let best = { line: lines[0] ?? { place: "", text: "" }, worth: 0 };
  for (const [at, line] of lines.entries()) {
    const hits = terms.filter((term) => folded[at]?.includes(term)).length;
    // A summary and the tags say where nothing; a block does.
    const worth = hits === 0 ? 0 : 2 * hits + Number(/\d/.test(line.place));
    if (worth > best.worth) best = { line, worth };
    if (worth > 2 * terms.length) break;
  }
  const shown = best.line.text.replace(/\s/gu, " ");
  return { place: best.worth > 0 ? best.line.place : "", ...cutAround(shown, marksIn(shown, terms)) };
}
