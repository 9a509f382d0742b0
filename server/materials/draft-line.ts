/** One line of a pasted text on its way to markdown. `line` is its number in what was pasted, from 1. */
export type DraftLine = { line: number; text: string };

/** What was done to a text: the first instance on a line and how many like it; `after` is empty where something was taken out. */
export type TextChange = {
  kind: "navigation" | "links" | "credit" | "meta" | "html" | "gloss" | "mended" | "marked" | "punctuation" | "space" | "invisible";
  before: string;
  after: string;
  line: number;
  count: number;
};

/** True for a line that ends as a sentence does, or is too long to be anything but text. */
export function isProse(text: string): boolean {
  return text.length >= 60 || /(?:[。！？!?…；;]|(?<=\p{Script=Han})\.)[”’」』）)"]*$/u.test(text);
}
