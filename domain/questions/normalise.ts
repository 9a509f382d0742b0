import { withArabicDigits } from "./chinese-digits.ts";

const SINGLE_QUOTES = /[‘’‚‛′＇`´]/gu;
const DOUBLE_QUOTES = /[“”„‟″〝〞〟「」『』《》〈〉«»‹›＂]/gu;
/** Zero-width and other characters that nobody can see or type on purpose. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A typed text as D2 compares it: NFKC (which also folds full and half width), one kind of quotation mark, book-title marks
 * included, runs of space as one, none at the ends. `foldDigits` writes Chinese numbers in Arabic digits.
 */
export function normalised(text: string, foldDigits = false): string {
  // Quotes first: NFKC would turn ″ and ´ into something else.
  const quoted = text.replace(UNSEEN, "").replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
  const folded = quoted.normalize("NFKC").replace(/\s+/gu, " ").trim();
  return foldDigits ? withArabicDigits(folded) : folded;
}

/** What two stems have in common when they are the same question typed twice: letters and digits alone, in lower case. */
export function stemKey(text: string): string {
  const key = normalised(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  return key === "" ? normalised(text) : key;
}
