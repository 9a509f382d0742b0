import { chanceOf } from "#domain/chance.ts";
import { IS_WHOLE, SEED } from "./short-form.ts";

/** How many broken files of each format are tried: what `npm test` has time for, or what a proof wants. */
export const MUTATIONS = IS_WHOLE ? 10_000 : 300;

const INSERTED = [
  "{",
  "}",
  "=",
  "~",
  "#",
  "\\",
  "【答案】",
  "A. ",
  "1. ",
  "\n\n",
  "\u0000",
  "\uD800",
  "<",
  ">",
  "]]>",
  "<!--",
  "&#x110000;",
  '"',
  ",",
  "->",
  "%50%",
  "（",
  "|",
  "；",
  "::",
  "$CATEGORY: __proto__",
  "\uFEFF",
  "𠀀",
  "(".repeat(500),
  "\\".repeat(500),
];

/** A text with a few of its parts lost, doubled, moved or put in the wrong place; the same for the same number. */
export function mutatedText(source: string, number: number): string {
  const chance = chanceOf(`${SEED}/${number}`);
  const place = (length: number) => (length > 0 ? chance.below(length) : 0);
  let text = source;
  for (let round = 1 + place(4); round > 0; round--) {
    const from = place(text.length + 1);
    const to = Math.min(text.length, from + place(40));
    const piece = text.slice(from, to);
    const kinds = [
      () => text.slice(0, from) + text.slice(to),
      () => text.slice(0, to) + piece.repeat(1 + place(20)) + text.slice(to),
      () => text.slice(0, from) + (INSERTED[place(INSERTED.length)] ?? "") + text.slice(from),
      () => text.slice(0, from) + text.slice(to) + piece,
      () => text.slice(0, from),
    ];
    text = (kinds[place(kinds.length)] ?? (() => text))();
  }
  return text;
}

/** Bytes with a few of them changed, lost or cut off. */
export function mutatedBytes(source: Uint8Array, number: number): Uint8Array {
  const chance = chanceOf(`${SEED}/bytes/${number}`);
  const place = (length: number) => (length > 0 ? chance.below(length) : 0);
  const bytes = Uint8Array.from(source);
  for (let round = 1 + place(8); round > 0; round--) bytes[place(bytes.length)] = place(256);
  return place(5) === 0 ? bytes.slice(0, place(bytes.length)) : bytes;
}
