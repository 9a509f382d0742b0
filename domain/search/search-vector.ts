import { foldText } from "./fold-text.ts";
import { pairsOf, quoted, wordsOf } from "./lexemes-of.ts";

/** A line of a text: what is shown, and the place a link can lead to ("p7"), or "". */
export type Passage = Readonly<{ place: string; text: string }>;

/** In a text too rich to be indexed whole: everything in it is then looked for in the text itself. */
export const LONG = ":long";
/** PostgreSQL's own limits: a tsvector holds 1 MB, a lexeme 256 places, and no place is above 16,383. */
const MOST_BYTES = 900_000;
const MOST_PLACES = 256;
const LAST_PLACE = 16_383;
const encoder = new TextEncoder();

class Vector {
  readonly #places = new Map<string, string[]>();
  #bytes = 0;
  #isFull = false;

  add(word: string, place = ""): void {
    const known = this.#places.get(word);
    const size = (known ? 0 : encoder.encode(word).length + 4) + 2;
    if (this.#isFull || this.#bytes + size > MOST_BYTES) this.#isFull = true;
    else {
      const places = known ?? [];
      if (!known) this.#places.set(word, places);
      if (place !== "" && places.length < MOST_PLACES) places.push(place);
      this.#bytes += size;
    }
  }

  toString(): string {
    if (this.#isFull) this.#places.set(LONG, []);
    return [...this.#places].map(([word, places]) => quoted(word) + (places.length > 0 ? `:${places.join()}` : "")).join(" ");
  }
}

/**
 * A title and its lines as the literal of a tsvector: pairs of characters and whole words with their places, the title's with weight A
 * and once more marked "^", the lines' with weight B. `marks` stand beside them, as ":2:4711" does for the edition.
 */
export function searchVectorOf(title: string, lines: readonly Passage[], marks: readonly string[] = []): string {
  const vector = new Vector();
  for (const mark of marks) vector.add(mark);
  let at = 1;
  const take = (text: string, weight: "A" | "B"): void => {
    for (const run of foldText(text).text.split(" ")) {
      const pairs = pairsOf(run);
      for (const lexeme of [...pairs, ...wordsOf(run)]) {
        const place = at + lexeme.at;
        vector.add(lexeme.word, place <= LAST_PLACE ? `${place}${weight}` : "");
      }
      if (weight === "A") for (const { word } of pairs) vector.add(`^${word}`);
      at += pairs.length + 1;
    }
  };
  take(title, "A");
  for (const { text } of lines) take(text, "B");
  return vector.toString();
}

/** What a hit is made sure of with: every line folded. */
export const foldedOf = (title: string, lines: readonly Passage[]): string =>
  [title, ...lines.map(({ text }) => text)].map((text) => foldText(text).text).join("\n");

/** Grows when `searchVectorOf` or `foldText` change: what an older one made is made again. */
const TOKENIZER = 2;

/** The mark of a wording in its vector: which tokenizer made it, of which edition of the thing. With "" what all of today's begin with. */
export const markOf = (edition: number | ""): string => `:${TOKENIZER}:${edition}`;

/** The mark of a kind of thing: the index itself keeps the kinds apart. */
export const kindMark = (kind: string): string => `:${kind}`;
