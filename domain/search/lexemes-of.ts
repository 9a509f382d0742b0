import { isUnspaced } from "./fold-text.ts";

/** One thing the index knows, and how many characters into the text it stands. */
export type Lexeme = Readonly<{ word: string; at: number }>;

const LONGEST_WORD = 40;

/** Every two neighbouring characters of a run, and its last one alone: whatever begins with 党 is 党 and something, or 党 at the end. */
export function pairsOf(run: string): Lexeme[] {
  const characters = [...run];
  return characters.map((character, at) => ({ word: character + (characters[at + 1] ?? ""), at }));
}

/** The whole words of scripts that have words, marked "=": a hit on "art" itself counts for more than one inside "party". */
export function wordsOf(run: string): Lexeme[] {
  const characters = [...run];
  const words: Lexeme[] = [];
  for (let from = 0; from < characters.length; ) {
    let to = from;
    while (to < characters.length && !isUnspaced(characters[to] ?? "")) to += 1;
    if (to > from && to - from <= LONGEST_WORD) words.push({ word: `=${characters.slice(from, to).join("")}`, at: from });
    from = Math.max(to, from + 1);
  }
  return words;
}

/** A lexeme as tsvector and tsquery read it; nothing in it can be an operator. */
export const quoted = (word: string): string => `'${word.replace(/['\\]/g, "$&$&")}'`;
